using Xunit;

namespace FiniteNCheck.Tests.Verification.Predictions;

/// <summary>Bad files of a drift and a diffusion.</summary>
[Trait("Kind", "Unit")]
public sealed class BadFluctuationTests : IDisposable
{
    private const string Drift = "drift: { \"z.all,z.all\": \"-1\" }\n";
    private const string Diffusion = "diffusion: { \"z.all,z.all\": \"4\" }\n";

    private readonly PredictionFolder folder = new();

    [Theory]
    [InlineData("", ":1: ", "an empty file")]
    [InlineData(Diffusion, ":1: drift: ", "no such key")]
    [InlineData(Drift, ":1: diffusion: ", "no such key")]
    [InlineData("drif: { \"z.all,z.all\": \"-1\" }\n" + Diffusion, ":1: drif: ", "Did you mean 'drift'?")]
    [InlineData("drift: [\"-1\"]\n" + Diffusion, ":1: drift: ", "a list of 1")]
    [InlineData("drift: { \"z.all,z.al\": \"-1\" }\n" + Diffusion, ":1: drift.'z.all,z.al': ", "Did you mean 'z.all'?")]
    [InlineData("drift: { z.all: \"-1\" }\n" + Diffusion, ":1: drift.'z.all': ", "two observables with a comma")]
    [InlineData("drift: { \"z.all,z.all,z.all\": \"-1\" }\n" + Diffusion, ":1: drift.'z.all,z.all,z.all': ", "two observables")]
    [InlineData(
        Drift + "diffusion: { \"x.all,z.all\": \"1\", \"z.all,x.all\": \"1\" }\n",
        ":2: diffusion.'x.all,z.all': ",
        "beside its mirror image")]
    [InlineData("drift: { \"z.all,z.all\": \"-1\", \"z.all, z.all\": \"-2\" }\n" + Diffusion, ":1: drift.'z.all, z.all': ", "twice")]
    [InlineData("drift: { \"z.all,z.all\": \"-(1\" }\n" + Diffusion, ":1: drift.'z.all,z.all': ", "no formula at character 4")]
    [InlineData("drift: { \"z.all,z.all\": \"1/N\" }\n" + Diffusion, ":1: drift.'z.all,z.all': ", "unknown name 'N'", "beta, t")]
    [InlineData("flow: { z.al: \"0\" }\n" + Drift + Diffusion, ":1: flow.'z.al': ", "Did you mean 'z.all'?")]
    [InlineData("flow: {}\n" + Drift + Diffusion, ":1: flow: ", "Leave 'flow' out for the mean field of the model.")]
    public void A_bad_file_is_refused_at_its_key(string file, string place, params string[] says)
    {
        string message = Refusal(file);

        Assert.StartsWith($"{Path.Combine(folder.Path, "noise.yaml")}{place}found ", message, StringComparison.Ordinal);
        Assert.All(says, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("drift: { \"z.all,z.all\": \"1/t\" }\n" + Diffusion, "the formula '1/t' has no value at t = 0")]
    [InlineData("drift: { \"z.all,z.all\": \"1/mf('z.all')\" }\n" + Diffusion, "the formula '1/mf('z.all')' has no value at t = 0")]
    [InlineData("drift: { \"z.all,z.all\": \"sqrt(-1)\" }\n" + Diffusion, "the formula 'sqrt(-1)' has no value at t = 0")]
    [InlineData("flow: { z.all: \"1 + 100*mf('z.all')^2\" }\n" + Drift + Diffusion, "it cannot advance")]
    [InlineData("drift: { \"z.all,z.all\": \"1e300\" }\n" + Diffusion, "The implicit integration needs steps")]
    [InlineData("drift: { \"z.all,z.all\": \"100\" }\n" + Diffusion, "a number beyond 1E+50")]
    public void Equations_without_a_solution_are_refused(string file, string says)
    {
        string message = Refusal(file);

        Assert.Contains(PredictionFolder.PlaceOf("") + "study 'mine', prediction 'a': found ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string Refusal(string file)
    {
        folder.WriteStudy("name: a, fluctuations: noise.yaml, expect: confirmed");
        folder.Write("noise.yaml", file);
        return folder.Refusal();
    }
}
