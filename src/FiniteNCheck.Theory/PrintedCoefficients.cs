using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory;

/// <summary>
/// The coefficients of Theorem 2 as printed on 2 February 2024, from the structure constants <c>a_ab^c = 2i eps_abc</c> of the
/// Pauli basis and the coefficients of the Hamiltonian and the jumps. It shares no formula with <see cref="MeanField"/> or the
/// Gram matrix of <see cref="Fluctuations"/>.
/// </summary>
internal sealed class PrintedCoefficients
{
    private readonly CollectiveModel model;
    private readonly Matrix<double> hamiltonian;
    private readonly Matrix<double> scaledHamiltonian;

    /// <summary>Prepares the coefficients.</summary>
    /// <param name="model">The model.</param>
    public PrintedCoefficients(CollectiveModel model)
    {
        this.model = model;
        int dimension = PauliAlgebra.Axes * model.Blocks.Length;

        // H = (1/n) sum h_ab S_a S_b (11): the symmetrised product splits the strength of a coupling equally between h_ab and h_ba.
        hamiltonian = Matrix<double>.Build.Dense(dimension, dimension);
        foreach (PairCoupling pair in model.Couplings)
        {
            int first = (PauliAlgebra.Axes * pair.FirstBlock) + (int)pair.FirstAxis;
            int second = (PauliAlgebra.Axes * pair.SecondBlock) + (int)pair.SecondAxis;
            hamiltonian[first, second] += pair.Strength / 2;
            hamiltonian[second, first] += pair.Strength / 2;
        }

        // Fluctuations are scaled by the square root of the block size, so each end contributes the square root of its share.
        scaledHamiltonian = hamiltonian.MapIndexed((i, k, value) => value * Math.Sqrt(Share(i) * Share(k)));
    }

    /// <summary>Refuses models for which nothing is printed.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">The model has collective jumps.</exception>
    public static void Require(CollectiveModel model)
    {
        if (!model.CollectiveJumps.IsEmpty)
        {
            throw new InputException(
                $"model '{model.Name}' has collective jumps: the printed drift (35) is that of jumps of single spins, the only ones the "
                + "paper has. Use the full drift.");
        }
    }

    /// <summary>The drift <c>iA + iB.m + sum Gamma^2 M - i sigma 2i h^R</c> (35), (B.12).</summary>
    /// <param name="m">The averages.</param>
    /// <param name="sigma">The symplectic matrix at them.</param>
    public Matrix<double> Drift(Vector<double> m, Matrix<double> sigma)
    {
        Require(model);

        // - i sigma 2i h^R
        Matrix<double> drift = 2 * sigma * scaledHamiltonian;
        Vector<double> weighted = m.MapIndexed((i, value) => Share(i) * value);
        for (int block = 0; block < model.Blocks.Length; block++)
        {
            int offset = PauliAlgebra.Axes * block;
            for (int beta = 0; beta < PauliAlgebra.Axes; beta++)
            {
                // epsilon_beta of A and (h + h^T) m of B have the same structure constants:
                // i a_(beta alpha)^gamma = -2 eps_(beta alpha gamma).
                double coefficient = Field(block, beta) + (2 * hamiltonian.Row(offset + beta) * weighted);
                AddRotation(drift, offset, beta, coefficient);
            }
        }

        foreach (JumpChannel jump in model.Jumps)
        {
            AddDissipation(drift, jump, Gamma(jump, m));
        }

        return drift;
    }

    /// <summary>The diffusion <c>sigma S^sym sigma^T + Gamma^2 G^sym</c>.</summary>
    /// <param name="m">The averages.</param>
    /// <param name="sigma">The symplectic matrix at them.</param>
    public Matrix<double> Diffusion(Vector<double> m, Matrix<double> sigma)
    {
        Require(model);
        var s = Matrix<double>.Build.Dense(m.Count, m.Count);
        var g = Matrix<double>.Build.Dense(m.Count, m.Count);
        foreach (JumpChannel jump in model.Jumps)
        {
            AddS(s, jump, m);
            AddG(g, jump, m);
        }

        return (sigma * s * sigma.Transpose()) + g;
    }

    private static void AddRotation(Matrix<double> drift, int offset, int beta, double coefficient)
    {
        for (int alpha = 0; alpha < PauliAlgebra.Axes; alpha++)
        {
            for (int gamma = 0; gamma < PauliAlgebra.Axes; gamma++)
            {
                drift[offset + alpha, offset + gamma] -= 2 * PauliAlgebra.LeviCivita(beta, alpha, gamma) * coefficient;
            }
        }
    }

    // M of Lemma 3 for j = c_0 + c.sigma, Gamma^2 frozen. The Pauli part of D^loc[sigma_a] is 2 Re(c_a^* c_b) sigma_b - 2 |c|^2
    // sigma_a, and c_0 adds the precession of the Hamiltonian (i/2) (c_0^* j - c_0 j^+), a field -Im(c_0^* c).
    private static void AddDissipation(Matrix<double> drift, JumpChannel jump, double gamma)
    {
        Complex[] c = PauliAlgebra.Coefficients(jump.Operator);
        double length = c.Skip(1).Sum(x => (x.Real * x.Real) + (x.Imaginary * x.Imaginary));
        int offset = PauliAlgebra.Axes * jump.Block;
        for (int a = 0; a < PauliAlgebra.Axes; a++)
        {
            for (int b = 0; b < PauliAlgebra.Axes; b++)
            {
                double element = 2 * (Complex.Conjugate(c[a + 1]) * c[b + 1]).Real;
                element -= a == b ? 2 * length : 0;
                for (int e = 0; e < PauliAlgebra.Axes; e++)
                {
                    element += 2 * PauliAlgebra.LeviCivita(e, a, b) * (Complex.Conjugate(c[0]) * c[e + 1]).Imaginary;
                }

                drift[offset + a, offset + b] += gamma * gamma * element;
            }
        }
    }

    // S = sum_l r_l Gamma'^2 <j^+ j> r_l^T + Gamma Gamma' r_l c_l^T (Proposition 1), symmetrised; c_l holds the Pauli
    // coefficients of j^+ j (Lemma 10).
    private void AddS(Matrix<double> s, JumpChannel jump, Vector<double> m)
    {
        int offset = PauliAlgebra.Axes * jump.Block;
        double[] product = [.. PauliAlgebra.Coefficients(jump.Operator.Adjoint() * jump.Operator).Select(x => x.Real)];
        double average = product[0];
        var c = Vector<double>.Build.Dense(m.Count);
        for (int a = 0; a < PauliAlgebra.Axes; a++)
        {
            average += product[a + 1] * m[offset + a];
            c[offset + a] = product[a + 1];
        }

        // Expressed in fluctuations, r acquires a factor sqrt(N_q/N_h).
        double share = model.Blocks[jump.Block].Share;
        var r = Vector<double>.Build.Dense(
            m.Count,
            i => Math.Sqrt(share / Share(i)) * Component(jump.Argument[i / PauliAlgebra.Axes], i % PauliAlgebra.Axes));
        double gamma = Gamma(jump, m);
        double gammaPrime = RateJet.At(jump.Rate, Delta(jump, m)).First;
        Matrix<double> cross = r.OuterProduct(c);
        s.Add(
            (gammaPrime * gammaPrime * average * r.OuterProduct(r)) + (gamma * gammaPrime / 2 * (cross + cross.Transpose())),
            s);
    }

    // G_mn = sum c_a^* c_b a_(m a)^g* a_(n b)^g' <sigma_g sigma_g'> (A.80), its symmetric part, times Gamma^2.
    private static void AddG(Matrix<double> g, JumpChannel jump, Vector<double> m)
    {
        Complex[] c = PauliAlgebra.Coefficients(jump.Operator);
        double gamma = Gamma(jump, m);
        int offset = PauliAlgebra.Axes * jump.Block;
        for (int mu = 0; mu < PauliAlgebra.Axes; mu++)
        {
            for (int nu = 0; nu < PauliAlgebra.Axes; nu++)
            {
                g[offset + mu, offset + nu] += gamma * gamma * 4 * Contract(c, mu, nu, m, offset).Real;
            }
        }
    }

    private static Complex Contract(Complex[] c, int mu, int nu, Vector<double> m, int offset)
    {
        Complex sum = 0;
        for (int index = 0; index < 81; index++)
        {
            (int alpha, int beta, int gamma, int delta) = (index / 27, index / 9 % 3, index / 3 % 3, index % 3);
            int sign = PauliAlgebra.LeviCivita(mu, alpha, gamma) * PauliAlgebra.LeviCivita(nu, beta, delta);
            if (sign != 0)
            {
                // <sigma_g sigma_d> = delta_gd + i eps_gde m_e
                Complex pair = gamma == delta ? 1 : 0;
                for (int eta = 0; eta < PauliAlgebra.Axes; eta++)
                {
                    pair += new Complex(0, PauliAlgebra.LeviCivita(gamma, delta, eta) * m[offset + eta]);
                }

                sum += sign * Complex.Conjugate(c[alpha + 1]) * c[beta + 1] * pair;
            }
        }

        return sum;
    }

    private static double Component(PauliVector vector, int axis) => vector[(PauliAxis)axis];

    private static double Delta(JumpChannel jump, Vector<double> m)
    {
        double delta = 0;
        for (int block = 0; block < jump.Argument.Length; block++)
        {
            int offset = PauliAlgebra.Axes * block;
            delta += jump.Argument[block].Dot(new PauliVector(m[offset], m[offset + 1], m[offset + 2]));
        }

        return delta;
    }

    private static double Gamma(JumpChannel jump, Vector<double> m) => jump.Rate.Value(Delta(jump, m));

    private double Field(int block, int axis) => Component(model.Fields[block], axis);

    private double Share(int index) => model.Blocks[index / PauliAlgebra.Axes].Share;
}
