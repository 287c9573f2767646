using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The master equation in the 2^N space with parameters that depend on time: classical Runge-Kutta steps between the breaks, extrapolated
/// from two step lengths. Parameters are inserted here, one by one, and not by the model's own code.
/// </summary>
internal static class BruteForceDrives
{
    public static MomentSeries Solve(CollectiveModel model, int n, double[] times, int stepsPerTime = 120)
    {
        double[] breaks = [.. Functions(model).OfType<Steps>().SelectMany(steps => steps.From.Skip(1))];
        DenseMatrix coarse = Start(model, n);
        DenseMatrix fine = coarse.Clone();
        List<(double[] Mean, double[,] Covariance)> moments = [];
        var space = new SpinSpace(model, n);
        double now = 0;
        foreach (double time in times)
        {
            foreach (double to in breaks.Where(each => each > now && each < time).Append(time).Order())
            {
                if (Functions(model).All(function => function is Steps))
                {
                    coarse = fine = BruteForce.Evolve(new MasterEquation(Frozen(model, now, (now + to) / 2), n), fine, to - now)[0];
                    now = to;
                    continue;
                }

                int steps = Math.Max(1, (int)Math.Ceiling(stepsPerTime * (to - now)));
                coarse = Advance(model, n, coarse, now, to, steps);
                fine = Advance(model, n, fine, now, to, 2 * steps);
                now = to;
            }

            // Errors of order four fall by 16.
            DenseMatrix rho = fine.Clone().Scale(16.0 / 15).Add(-1.0 / 15, coarse);
            moments.Add(BruteForce.Moments(space, rho));
        }

        return new MomentSeries([.. times], [.. moments.Select(m => m.Mean)], [.. moments.Select(m => m.Covariance)]);
    }

    private static DenseMatrix Start(CollectiveModel model, int n) => BruteForceStarts.Density(new SpinSpace(model, n), model, n);

    private static DenseMatrix Advance(CollectiveModel model, int n, DenseMatrix rho, double from, double to, int steps)
    {
        // A break belongs to the piece after it; the end of this piece is seen from inside.
        MasterEquation At(double t) => new(Frozen(model, t, Math.Clamp(t, from, from + ((to - from) * (1 - 1e-12)))), n);
        double h = (to - from) / steps;
        MasterEquation first = At(from);
        for (int k = 0; k < steps; k++)
        {
            double t = from + (k * h);
            (MasterEquation middle, MasterEquation last) = (At(t + (h / 2)), At(t + h));
            DenseMatrix k1 = first.Apply(rho);
            DenseMatrix k2 = middle.Apply(rho.Clone().Add(h / 2, k1));
            DenseMatrix k3 = middle.Apply(rho.Clone().Add(h / 2, k2));
            DenseMatrix k4 = last.Apply(rho.Clone().Add(h, k3));
            rho = rho.Clone().Add(h / 6, k1).Add(h / 3, k2).Add(h / 3, k3).Add(h / 6, k4);
            first = last;
        }

        return rho;
    }

    private static CollectiveModel Frozen(CollectiveModel model, double t, double inside)
    {
        double Value(TimeFunction function) => function switch
        {
            FormulaOfTime formula => formula.Formula.Evaluate(_ => t),
            Steps steps => steps.Values[steps.From.Count(from => from <= inside) - 1],
            _ => throw new NotSupportedException(),
        };

        PauliVector[] fields = [.. model.Fields];
        foreach (DrivenField field in model.DrivenFields)
        {
            double value = Value(field.Strength);
            fields[field.Block] += field.Axis switch
            {
                PauliAxis.X => new PauliVector(value, 0, 0),
                PauliAxis.Y => new PauliVector(0, value, 0),
                _ => new PauliVector(0, 0, value),
            };
        }

        return model with
        {
            Fields = [.. fields],
            DrivenFields = [],
            Couplings =
            [
                .. model.Couplings.Select(pair => pair with
                {
                    Strength = pair.Strength * (pair.Drive is { } drive ? Value(drive) : 1),
                    Drive = null,
                }),
            ],
            Jumps =
            [
                .. model.Jumps.Select(jump =>
                {
                    double factor = jump.Drive is { } drive ? Value(drive) : 1;
                    return jump with
                    {
                        Operator = Times(factor, jump.Operator),
                        Drive = null,
                    };
                }),
            ],
            CollectiveJumps =
            [
                .. model.CollectiveJumps.Select(jump =>
                {
                    double factor = jump.Drive is { } drive ? Value(drive) : 1;
                    return jump with { Operators = [.. jump.Operators.Select(j => Times(factor, j))], Drive = null };
                }),
            ],
        };
    }

    private static SpinOperator Times(double factor, SpinOperator j) =>
        new(factor * j.UpUp, factor * j.UpDown, factor * j.DownUp, factor * j.DownDown);

    private static IEnumerable<TimeFunction> Functions(CollectiveModel model) =>
        model.DrivenFields.Select(each => each.Strength)
            .Concat(model.Couplings.Select(each => each.Drive).OfType<TimeFunction>())
            .Concat(model.Jumps.Select(each => each.Drive).OfType<TimeFunction>())
            .Concat(model.CollectiveJumps.Select(each => each.Drive).OfType<TimeFunction>());
}
