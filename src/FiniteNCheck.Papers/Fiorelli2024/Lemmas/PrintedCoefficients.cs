using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// The coefficients of Theorem 2 as printed on 2 February 2024, from the structure constants <c>a_ab^c = 2i eps_abc</c> of the
/// Pauli basis and the coefficients of the Hamiltonian and the jumps. It shares no formula with <see cref="MeanField"/> or the
/// Gram matrix of <see cref="Fluctuations"/>, which compute the same drift (<see cref="Drift.Frozen"/>) and diffusion.
/// </summary>
internal sealed class PrintedCoefficients
{
    private const int Axes = 3;

    private readonly CollectiveModel model;
    private readonly Matrix<double> hamiltonian;
    private readonly Matrix<double> scaledHamiltonian;

    /// <summary>Prepares the coefficients.</summary>
    /// <param name="model">The model.</param>
    public PrintedCoefficients(CollectiveModel model)
    {
        this.model = model;
        int dimension = Axes * model.Blocks.Length;

        // H = (1/n) sum h_ab S_a S_b (11): the symmetrised product splits the strength of a coupling equally between h_ab and h_ba.
        hamiltonian = Matrix<double>.Build.Dense(dimension, dimension);
        foreach (PairCoupling pair in model.Couplings)
        {
            int first = (Axes * pair.FirstBlock) + (int)pair.FirstAxis;
            int second = (Axes * pair.SecondBlock) + (int)pair.SecondAxis;
            hamiltonian[first, second] += pair.Strength / 2;
            hamiltonian[second, first] += pair.Strength / 2;
        }

        // Fluctuations are scaled by the square root of the block size, so each end contributes the square root of its share.
        scaledHamiltonian = hamiltonian.MapIndexed((i, k, value) => value * Math.Sqrt(Share(i) * Share(k)));
    }

    /// <summary>The drift <c>iA + iB.m + sum Gamma^2 M - i sigma 2i h^R</c> (35), (B.12).</summary>
    /// <param name="m">The averages.</param>
    public Matrix<double> Drift(Vector<double> m)
    {
        Matrix<double> sigma = Fluctuations.Symplectic(m);

        // - i sigma 2i h^R
        Matrix<double> drift = 2 * sigma * scaledHamiltonian;
        Vector<double> weighted = m.MapIndexed((i, value) => Share(i) * value);
        for (int block = 0; block < model.Blocks.Length; block++)
        {
            int offset = Axes * block;
            for (int beta = 0; beta < Axes; beta++)
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
    public Matrix<double> Diffusion(Vector<double> m)
    {
        Matrix<double> sigma = Fluctuations.Symplectic(m);
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
        for (int alpha = 0; alpha < Axes; alpha++)
        {
            for (int gamma = 0; gamma < Axes; gamma++)
            {
                drift[offset + alpha, offset + gamma] -= 2 * LeviCivita(beta, alpha, gamma) * coefficient;
            }
        }
    }

    // M of Lemma 3 for j = c_0 + c.sigma, Gamma^2 frozen. The Pauli part of D^loc[sigma_a] is 2 Re(c_a^* c_b) sigma_b - 2 |c|^2
    // sigma_a, and c_0 adds the precession of the Hamiltonian (i/2) (c_0^* j - c_0 j^+), a field -Im(c_0^* c).
    private static void AddDissipation(Matrix<double> drift, JumpChannel jump, double gamma)
    {
        Complex[] c = Coefficients(jump.Operator);
        double length = c.Skip(1).Sum(x => (x.Real * x.Real) + (x.Imaginary * x.Imaginary));
        int offset = Axes * jump.Block;
        for (int a = 0; a < Axes; a++)
        {
            for (int b = 0; b < Axes; b++)
            {
                double element = 2 * (Complex.Conjugate(c[a + 1]) * c[b + 1]).Real;
                element -= a == b ? 2 * length : 0;
                for (int e = 0; e < Axes; e++)
                {
                    element += 2 * LeviCivita(e, a, b) * (Complex.Conjugate(c[0]) * c[e + 1]).Imaginary;
                }

                drift[offset + a, offset + b] += gamma * gamma * element;
            }
        }
    }

    // S = sum_l r_l Gamma'^2 <j^+ j> r_l^T + Gamma Gamma' r_l c_l^T (Proposition 1), symmetrised; c_l holds the Pauli
    // coefficients of j^+ j (Lemma 10).
    private void AddS(Matrix<double> s, JumpChannel jump, Vector<double> m)
    {
        int offset = Axes * jump.Block;
        double[] product = [.. Coefficients(jump.Operator.Adjoint() * jump.Operator).Select(x => x.Real)];
        double average = product[0];
        var c = Vector<double>.Build.Dense(m.Count);
        for (int a = 0; a < Axes; a++)
        {
            average += product[a + 1] * m[offset + a];
            c[offset + a] = product[a + 1];
        }

        // Expressed in fluctuations, r acquires a factor sqrt(N_q/N_h).
        double share = model.Blocks[jump.Block].Share;
        var r = Vector<double>.Build.Dense(
            m.Count,
            i => Math.Sqrt(share / Share(i)) * Component(jump.Argument[i / Axes], i % Axes));
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
        Complex[] c = Coefficients(jump.Operator);
        double gamma = Gamma(jump, m);
        int offset = Axes * jump.Block;
        for (int mu = 0; mu < Axes; mu++)
        {
            for (int nu = 0; nu < Axes; nu++)
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
            int sign = LeviCivita(mu, alpha, gamma) * LeviCivita(nu, beta, delta);
            if (sign != 0)
            {
                // <sigma_g sigma_d> = delta_gd + i eps_gde m_e
                Complex pair = gamma == delta ? 1 : 0;
                for (int eta = 0; eta < Axes; eta++)
                {
                    pair += new Complex(0, LeviCivita(gamma, delta, eta) * m[offset + eta]);
                }

                sum += sign * Complex.Conjugate(c[alpha + 1]) * c[beta + 1] * pair;
            }
        }

        return sum;
    }

    private static int LeviCivita(int a, int b, int c) => (a - b) * (b - c) * (c - a) / 2;

    // x_0, x_1, x_2, x_3 of x = x_0 + sum_a x_a sigma_a.
    private static Complex[] Coefficients(SpinOperator x) =>
    [
        (x.UpUp + x.DownDown) / 2,
        (x.UpDown + x.DownUp) / 2,
        Complex.ImaginaryOne * (x.UpDown - x.DownUp) / 2,
        (x.UpUp - x.DownDown) / 2,
    ];

    private static double Component(PauliVector vector, int axis) => vector[(PauliAxis)axis];

    private static double Delta(JumpChannel jump, Vector<double> m)
    {
        double delta = 0;
        for (int block = 0; block < jump.Argument.Length; block++)
        {
            int offset = Axes * block;
            delta += jump.Argument[block].Dot(new PauliVector(m[offset], m[offset + 1], m[offset + 2]));
        }

        return delta;
    }

    private static double Gamma(JumpChannel jump, Vector<double> m) => jump.Rate.Value(Delta(jump, m));

    private double Field(int block, int axis) => Component(model.Fields[block], axis);

    private double Share(int index) => model.Blocks[index / Axes].Share;
}
