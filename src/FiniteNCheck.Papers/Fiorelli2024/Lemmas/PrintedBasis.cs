using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// A model of one block in the orthonormal basis <c>v_a = (sigma_x, sigma_y, sigma_z, 1)/sqrt(2)</c>,
/// <c>tr(v_a v_b) = delta_ab</c>, with the coefficients of Lemma 3 and the constants of Lemmas 3 and 7 by their
/// definitions.
/// </summary>
internal sealed class PrintedBasis
{
    /// <summary>The number of basis operators, <c>d^2</c>.</summary>
    public const int Size = 4;

    private const double Scale = 1.4142135623730951;

    /// <summary>Writes a model in the basis.</summary>
    /// <param name="model">The model, of one block.</param>
    public PrintedBasis(CollectiveModel model)
    {
        Fields = [Scale * model.Fields[0].X, Scale * model.Fields[0].Y, Scale * model.Fields[0].Z, 0];
        foreach (PairCoupling pair in model.Couplings)
        {
            // (strength/n) 1/2 {S_a, S_b} with S = sqrt(2) sum v: half to h_ab, half to h_ba.
            Couplings[(int)pair.FirstAxis, (int)pair.SecondAxis] += Scale * Scale * pair.Strength / 2;
            Couplings[(int)pair.SecondAxis, (int)pair.FirstAxis] += Scale * Scale * pair.Strength / 2;
        }

        Jumps = model.Jumps;
        Rates =
        [
            .. model.Jumps.Select(jump =>
                RateConstants.Compute(
                    jump.Rate,
                    Scale * (Math.Abs(jump.Argument[0].X) + Math.Abs(jump.Argument[0].Y) + Math.Abs(jump.Argument[0].Z)))),
        ];
    }

    /// <summary>The basis <c>v_a</c>.</summary>
    public static ImmutableArray<SpinOperator> Operators { get; } =
    [
        .. new[]
        {
            SpinOperator.Pauli(PauliAxis.X),
            SpinOperator.Pauli(PauliAxis.Y),
            SpinOperator.Pauli(PauliAxis.Z),
            SpinOperator.Identity,
        }.Select(pauli => 1 / Scale * pauli),
    ];

    /// <summary><c>epsilon_a</c> (11).</summary>
    public double[] Fields { get; }

    /// <summary><c>h_ab</c> (11).</summary>
    public double[,] Couplings { get; } = new double[Size, Size];

    /// <summary>The jump channels.</summary>
    public ImmutableArray<JumpChannel> Jumps { get; }

    /// <summary>The constants of each channel's rate.</summary>
    public ImmutableArray<RateConstants> Rates { get; }

    /// <summary><c>a_max</c>: the largest modulus of a structure coefficient (9).</summary>
    public static double LargestStructure => Largest((a, b, c) => Structure(a, b, c).Magnitude);

    /// <summary><c>h_max</c>: the largest modulus of a coupling.</summary>
    public double LargestCoupling => Couplings.Cast<double>().Max(Math.Abs);

    /// <summary>The largest modulus of an element of <c>A</c>.</summary>
    public double LargestA => Largest((a, b, _) => A(a, b).Magnitude);

    /// <summary>The largest modulus of an element of <c>B</c>.</summary>
    public double LargestB => Largest((a, b, c) => B(a, b, c).Magnitude);

    /// <summary>The largest modulus of an element of <c>M</c>.</summary>
    public double LargestM => Jumps.Max(jump => Largest((a, b, _) => Math.Abs(M(jump, a, b))));

    /// <summary><c>a_ab^c = tr([v_a, v_b] v_c)</c> (9).</summary>
    /// <param name="a">First index.</param>
    /// <param name="b">Second index.</param>
    /// <param name="c">Third index.</param>
    public static Complex Structure(int a, int b, int c) => OneSpin.Trace(OneSpin.Commutator(Operators[a], Operators[b]) * Operators[c]);

    /// <summary><c>M_a^b</c> of Lemma 3: <c>D^Loc[v_a] = sum_b M_a^b v_b</c>.</summary>
    /// <param name="jump">The channel.</param>
    /// <param name="a">First index.</param>
    /// <param name="b">Second index.</param>
    public static double M(JumpChannel jump, int a, int b) =>
        OneSpin.Trace(OneSpin.Dissipator(jump.Operator, Operators[a]) * Operators[b]).Real;

    /// <summary><c>A_ab = sum_c epsilon_c a_ca^b</c> of Lemma 3.</summary>
    /// <param name="a">First index.</param>
    /// <param name="b">Second index.</param>
    public Complex A(int a, int b) => Sum(c => Fields[c] * Structure(c, a, b));

    /// <summary><c>B_abc = sum_d a_da^c (h_bd + h_db)</c> of Lemma 3.</summary>
    /// <param name="a">First index.</param>
    /// <param name="b">Second index.</param>
    /// <param name="c">Third index.</param>
    public Complex B(int a, int b, int c) => Sum(d => Structure(d, a, c) * (Couplings[b, d] + Couplings[d, b]));

    private static Complex Sum(Func<int, Complex> term) =>
        Enumerable.Range(0, Size).Aggregate(Complex.Zero, (sum, index) => sum + term(index));

    private static double Largest(Func<int, int, int, double> element) =>
        (
            from a in Enumerable.Range(0, Size)
            from b in Enumerable.Range(0, Size)
            from c in Enumerable.Range(0, Size)
            select element(a, b, c)).Max();
}
