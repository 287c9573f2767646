using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>The pure state <c>up |up&gt; + down |down&gt;</c> of one spin.</summary>
/// <param name="Up">The amplitude of <c>|up&gt;</c>.</param>
/// <param name="Down">The amplitude of <c>|down&gt;</c>.</param>
internal readonly record struct Spinor(Complex Up, Complex Down)
{
    /// <summary>
    /// The state <c>cos(theta/2) |up&gt; + exp(i phi) sin(theta/2) |down&gt;</c>; <c>|down&gt;</c> along -z. The smaller amplitude comes
    /// from the components x and y, in which nothing cancels.
    /// </summary>
    /// <param name="bloch">The Bloch vector, of length 1 up to rounding.</param>
    public static Spinor Of(PauliVector bloch)
    {
        double length = bloch.Norm;
        double larger = Math.Sqrt((1 + (Math.Abs(bloch.Z) / length)) / 2);
        var phased = new Complex(bloch.X, bloch.Y) / length;
        double smaller = phased.Magnitude / (2 * larger);
        return bloch.Z >= 0
            ? new Spinor(larger, phased / (2 * larger))
            : new Spinor(smaller, larger * (phased == Complex.Zero ? 1 : phased / phased.Magnitude));
    }

    /// <summary>The state after a unitary.</summary>
    /// <param name="u">The unitary.</param>
    public Spinor Apply(SpinOperator u) => new((u.UpUp * Up) + (u.UpDown * Down), (u.DownUp * Up) + (u.DownDown * Down));

    /// <summary>The inner product with another state, this one conjugated.</summary>
    /// <param name="other">The other state.</param>
    public Complex Overlap(Spinor other) => (Complex.Conjugate(Up) * other.Up) + (Complex.Conjugate(Down) * other.Down);
}
