using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// Lemma 3: the largest norm of <c>L_N[m_a] - f_a(m^N)</c> over the basis against <c>C_L/N</c>. The generator acts by
/// its definition (10)-(13) on the matrices of every sector; <c>f</c> is that of the lemma, in its order of
/// operators.
/// </summary>
/// <param name="constant">The constant <c>C_L</c>.</param>
/// <param name="flow">The function <c>f_a</c> in one sector, from the coefficients, the index and the sector.</param>
internal sealed class GeneratorBounds(Func<PrintedBasis, double> constant, GeneratorBounds.SectorFlow? flow = null)
{
    private const double Rounding = 1e-10;
    private readonly SectorFlow flow = flow ?? Printed;

    /// <summary>The function <c>f_a</c> of the averages in one sector.</summary>
    /// <param name="basis">The coefficients.</param>
    /// <param name="a">The index of the average.</param>
    /// <param name="averages">The averages <c>m_b</c>.</param>
    /// <param name="squaredRates">The diagonals of <c>Gamma_l^2</c>, channel by channel.</param>
    internal delegate Matrix<Complex> SectorFlow(
        PrintedBasis basis,
        int a,
        Matrix<Complex>[] averages,
        double[][] squaredRates);

    /// <summary>Computes both sides.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run) =>
        BoundJudge.Judge("largest norm of L_N[m_a] - f_a(m^N) against C_L/N", Bounds(run), Rounding, order: 1);

    /// <summary><c>f_a = i sum A_ab m_b + i sum B_abc m_b m_c + sum M_a^b Gamma_l^2 m_b</c>, as printed.</summary>
    /// <param name="basis">The coefficients.</param>
    /// <param name="a">The index of the average.</param>
    /// <param name="averages">The averages.</param>
    /// <param name="squaredRates">The diagonals of <c>Gamma_l^2</c>.</param>
    internal static Matrix<Complex> Printed(PrintedBasis basis, int a, Matrix<Complex>[] averages, double[][] squaredRates)
    {
        Matrix<Complex> f = 0 * averages[0];
        for (int b = 0; b < PrintedBasis.Size; b++)
        {
            f += Complex.ImaginaryOne * basis.A(a, b) * averages[b];
            for (int c = 0; c < PrintedBasis.Size; c++)
            {
                Complex coefficient = basis.B(a, b, c);
                if (coefficient != Complex.Zero)
                {
                    f += Complex.ImaginaryOne * coefficient * (averages[b] * averages[c]);
                }
            }

            for (int l = 0; l < squaredRates.Length; l++)
            {
                f += Operators.Times(squaredRates[l], PrintedBasis.M(basis.Jumps[l], a, b) * averages[b]);
            }
        }

        return f;
    }

    /// <summary>The largest norm over the basis and the sectors.</summary>
    /// <param name="model">The model, of one block; the arguments of its rates are parallel.</param>
    /// <param name="n">The number of spins.</param>
    internal double Distance(CollectiveModel model, int n)
    {
        PauliVector axis = model.Jumps.Select(jump => jump.Argument[0]).First(argument => argument.Norm > 0);
        var frame = new SpinFrame(axis);
        var basis = new PrintedBasis(model);
        return CollectiveSpace
            .Sectors(n, 0)
            .Max(space =>
            {
                double[][] rates =
                [
                    .. model.Jumps.Select(jump => space.Function(jump.Rate, jump.Argument[0].Dot(axis) / axis.Norm)),
                ];
                double[][] squares = [.. rates.Select(rate => rate.Select(value => value * value).ToArray())];
                Matrix<Complex>[] averages = [.. PrintedBasis.Operators.Select(v => space.Sum(frame.Seen(v)) / n)];
                Matrix<Complex> hamiltonian = Hamiltonian(model, space, frame, n);
                return Enumerable
                    .Range(0, PrintedBasis.Size - 1)
                    .Max(a =>
                    {
                        Matrix<Complex> image = Complex.ImaginaryOne * Operators.Commutator(hamiltonian, averages[a]);
                        SpinOperator v = frame.Seen(PrintedBasis.Operators[a]);
                        for (int l = 0; l < rates.Length; l++)
                        {
                            // OnAverage leaves out what D^Loc gives.
                            SpinOperator j = frame.Seen(model.Jumps[l].Operator);
                            image +=
                                DissipatorBounds.OnAverage(space, n, rates[l], v, j)
                                + Operators.Times(squares[l], space.Sum(OneSpin.Dissipator(j, v)) / n);
                        }

                        return Operators.Norm(image - flow(basis, a, averages, squares));
                    });
            });
    }

    // sum_i field . sigma^(i) + sum over pairs (strength/n) 1/2 {S_a, S_b}
    private static Matrix<Complex> Hamiltonian(CollectiveModel model, CollectiveSpace space, SpinFrame frame, int n)
    {
        Matrix<Complex>[] sums =
        [
            .. Enum.GetValues<PauliAxis>().Select(axis => space.Sum(frame.Seen(SpinOperator.Pauli(axis)))),
        ];
        Matrix<Complex> hamiltonian =
            (model.Fields[0].X * sums[0]) + (model.Fields[0].Y * sums[1]) + (model.Fields[0].Z * sums[2]);
        foreach (PairCoupling pair in model.Couplings)
        {
            Matrix<Complex> first = sums[(int)pair.FirstAxis];
            Matrix<Complex> second = sums[(int)pair.SecondAxis];
            hamiltonian += pair.Strength / (2 * n) * ((first * second) + (second * first));
        }

        return hamiltonian;
    }

    private IEnumerable<Bound> Bounds(ClaimRun run)
    {
        foreach (CollectiveModel model in LemmaModels.All)
        {
            double c = constant(new PrintedBasis(model));
            for (int n = 4; n <= run.Effort.Choose(quick: 64, full: 128); n *= 2)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                yield return new Bound(model.Name, n, Distance(model, n), c / n);
            }
        }
    }
}
