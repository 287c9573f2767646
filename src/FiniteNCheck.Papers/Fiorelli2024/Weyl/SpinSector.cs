using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>The operators of N spins in one sector of total spin J, seen in the frame in which the rates are diagonal.</summary>
internal sealed class SpinSector
{
    private readonly SpinFrame frame;

    /// <summary>Prepares a sector.</summary>
    /// <param name="spins">The number of spins N.</param>
    /// <param name="twiceJ"><c>2J</c>.</param>
    /// <param name="frame">The frame.</param>
    public SpinSector(int spins, int twiceJ, SpinFrame frame)
    {
        (Spins, TwiceJ, this.frame) = (spins, twiceJ, frame);
        Averages = [.. Enum.GetValues<PauliAxis>().Select(axis => (1.0 / spins) * Sum(SpinOperator.Pauli(axis)))];
    }

    /// <summary>The number of spins N.</summary>
    public int Spins { get; }

    /// <summary><c>2J</c>.</summary>
    public int TwiceJ { get; }

    /// <summary>The averages <c>m_a = (1/N) sum_k sigma_a^(k)</c>.</summary>
    public Band[] Averages { get; }

    /// <summary>The identity.</summary>
    public Band One => Diagonal(_ => 1);

    /// <summary>The sum <c>sum_k x^(k)</c> over all spins.</summary>
    /// <param name="x">The one-spin operator, in the frame of the model.</param>
    public Band Sum(SpinOperator x)
    {
        SpinOperator seen = frame.Seen(x);
        Complex identity = Spins * OneSpin.Trace(seen) / 2;
        Complex z = (seen.UpUp - seen.DownDown) / 2;

        // <J, M+1| S_+ |J, M> with J + M the level.
        return Band.Of(TwiceJ + 1, 1, (row, column) => (row - column) switch
        {
            0 => identity + (z * ((2 * row) - TwiceJ)),
            1 => seen.UpDown * Amplitude(column),
            _ => seen.DownUp * Amplitude(row),
        });
    }

    /// <summary>A function of the average of <c>sigma_z</c> of the frame.</summary>
    /// <param name="function">The function.</param>
    public Band Diagonal(Func<double, double> function) =>
        Band.Of(TwiceJ + 1, 0, (row, _) => function(((2.0 * row) - TwiceJ) / Spins));

    /// <summary>The commutators <c>a.T b = sum_ab a_a [F_a, F_b] b_b = 2i (a x b).m</c> (28).</summary>
    /// <param name="a">First vector.</param>
    /// <param name="b">Second vector.</param>
    public Band Commutator(PauliVector a, PauliVector b) => new Complex(0, 2) * Along(new PauliVector(
        (a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X)));

    /// <summary>The average <c>a.m</c> along a vector.</summary>
    /// <param name="a">The vector.</param>
    public Band Along(PauliVector a) => (a.X * Averages[0]) + (a.Y * Averages[1]) + (a.Z * Averages[2]);

    private double Amplitude(int level) => Math.Sqrt((TwiceJ - level) * (level + 1.0));
}
