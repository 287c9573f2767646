using System.Xml.Linq;
using FiniteNCheck.Papers.Fiorelli2024;
using FiniteNCheck.Reporting.Html;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>Formulas in plain letters as they are printed.</summary>
[Trait("Kind", "Unit")]
public sealed class MathTextTests
{
    [Theory]
    [InlineData("beta > 1 + 8 Omega~^2", "β > 1 + 8 Ω̃<sup>2</sup>")]
    [InlineData("nu~_- >= 1 for all T", "ν̃<sub>-</sub> ≥ 1 for all T")]
    [InlineData("nu_+-^2 = (A + B)^2/4", "ν<sub>±</sub><sup>2</sup> = (A + B)<sup>2</sup>/4")]
    [InlineData("beta^2/8 sum_k' w_hk' m_z,k, and", "β<sup>2</sup>/8 ∑<sub>k'</sub> w<sub>hk'</sub> m<sub>z,k</sub>, and")]
    [InlineData("terms of order N^-1/2", "terms of order N<sup>-1/2</sup>")]
    [InlineData("leaves 2^(p-1) large spins", "leaves 2<sup>(p-1)</sup> large spins")]
    [InlineData("dSigma/dt = Q Sigma + Sigma Q^T + D", "dΣ/dt = Q Σ + Σ Q<sup>T</sup> + D")]
    [InlineData("-i [F_a, F_b] = 2 eps_abc m_c", "-i [F<sub>a</sub>, F<sub>b</sub>] = 2 ε<sub>abc</sub> m<sub>c</sub>")]
    [InlineData("the sum of x.plus,z.minus by 4.52E+05 (t = 0.5)", "the sum of x.plus,z.minus by 4.52E+05 (t = 0.5)")]
    public void Letters_indices_and_exponents(string plain, string printed) => Assert.Equal(printed, Rendered(plain));

    [Fact]
    public void No_claim_keeps_an_index_or_an_exponent_in_plain_letters() =>
        Assert.All(
            Ledger.Paper.Claims.SelectMany(claim => new[] { claim.Statement, claim.Correction?.Statement ?? "" }),
            statement =>
                Assert.DoesNotMatch(
                    "[_^~]|Sigma|Omega|beta|<=|>=",
                    string.Concat(MathText.Parse(statement).Select(part => part is XElement element ? element.Value : $"{part}"))));

    private static string Rendered(string plain) =>
        string.Concat(
            MathText
                .Parse(plain)
                .Select(part => part is XElement element ? element.ToString(SaveOptions.DisableFormatting) : $"{part}"));
}
