using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>
/// The action <c>D^loc[sigma_a] = Offset_a + sum_b Matrix_ab sigma_b</c> of <c>D^loc[x] = 1/2 ([j+, x] j + j+ [x, j])</c> (18) on the Pauli
/// matrices: the matrix <c>M</c> of Lemma 3, with its identity column stored separately.
/// </summary>
internal sealed class LocalDissipator
{
    /// <summary>Computes the action for one jump operator.</summary>
    /// <param name="j">The one-spin part of the jump operator.</param>
    public LocalDissipator(SpinOperator j)
    {
        for (int a = 0; a < PauliAlgebra.Axes; a++)
        {
            SpinOperator pauli = PauliAlgebra.Matrices[a];
            SpinOperator image = 0.5 * PauliAlgebra.Add(
                PauliAlgebra.Commutator(j.Adjoint(), pauli) * j,
                j.Adjoint() * PauliAlgebra.Commutator(pauli, j));

            // D^loc maps Hermitian operators to Hermitian ones: the coefficients are real.
            Complex[] coefficients = PauliAlgebra.Coefficients(image);
            Offset[a] = coefficients[0].Real;
            for (int b = 0; b < PauliAlgebra.Axes; b++)
            {
                Matrix[a, b] = coefficients[b + 1].Real;
            }
        }
    }

    /// <summary>The identity part of each image.</summary>
    public double[] Offset { get; } = new double[PauliAlgebra.Axes];

    /// <summary>The Pauli part of each image.</summary>
    public double[,] Matrix { get; } = new double[PauliAlgebra.Axes, PauliAlgebra.Axes];

    /// <summary>The average <c>&lt;D^loc[sigma_a]&gt;</c> in the state with the given Bloch vector.</summary>
    /// <param name="a">The axis.</param>
    /// <param name="bloch">The Bloch vector.</param>
    public double Average(int a, ReadOnlySpan<double> bloch) =>
        Offset[a] + (Matrix[a, 0] * bloch[0]) + (Matrix[a, 1] * bloch[1]) + (Matrix[a, 2] * bloch[2]);
}
