using FiniteNCheck.Exact;
using FiniteNCheck.Files;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification;

[Trait("Kind", "Unit")]
public sealed class StudyFileTests : IDisposable
{
    private const string Valid = """
        name: mine
        model: model.yaml
        ladder: [6, 8, 12, 16]
        times: [0.5, 1]
        predictions:
          - { prediction: mean-field, expect: confirmed }
          - { prediction: covariance-printed, expect: refuted }
        tolerance: 1e-10
        resolution: 0.02
        """;

    private const string Model = """
        name: one-block
        blocks: [{ name: all, share: 0.5 }]
        hamiltonian: { fields: { all: [0.3, 0, 0] } }
        jumps: [{ block: all, operator: lower, rate: { polynomial: [0.5] }, argument: { all: [0, 0, 0] } }]
        initial: { all: [0, 0, 0.6] }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finitencheck-study-");

    [Fact]
    public void A_study_is_read_with_its_model()
    {
        Study study = Load(Valid);

        Assert.Equal(("mine", "one-block"), (study.Name, study.Model.Name));
        Assert.Equal([6, 8, 12, 16], study.Ladder.ToArray());
        Assert.Equal([0.5, 1], study.Times.ToArray());
        Assert.Equal(
            [
                new ExpectedPrediction(Prediction.MeanField, Verdict.Confirmed),
                new ExpectedPrediction(Prediction.CovarianceFrozen, Verdict.Refuted),
            ],
            study.Predictions.ToArray());
        Assert.Equal((1e-10, 0.02), (study.Tolerance, study.Resolution));
    }

    [Theory]
    [InlineData("", SolutionMethod.Auto)]
    [InlineData("\nmethod: auto", SolutionMethod.Auto)]
    [InlineData("\nmethod: full", SolutionMethod.Full)]
    [InlineData("\nmethod: window", SolutionMethod.Window)]
    public void The_method_is_that_of_the_study_unless_the_run_names_one(string line, SolutionMethod method)
    {
        Study study = Load(Valid + line);

        Assert.Equal(method, new StudyOptions().ForExact(study).Method);
        Assert.Equal(SolutionMethod.Full, new StudyOptions { Method = SolutionMethod.Full }.ForExact(study).Method);
    }

    [Theory]
    [InlineData("auto", 60, null)]
    [InlineData("auto\nbudget: 90", 90, null)]
    [InlineData("auto\nbudget: 90 s", 90, null)]
    [InlineData("auto\nbudget: 5 min\nmemory: 2 GB", 300, 2_000_000_000L)]
    [InlineData("auto\nbudget: 2 h", 7200, null)]
    public void Sizes_may_be_left_to_the_program(string ladder, double budget, long? memory)
    {
        Study study = Load(Valid.Replace("[6, 8, 12, 16]", ladder, StringComparison.Ordinal));

        Assert.Equal(new AutomaticLadder(budget, memory), study.Automatic);
        Assert.Empty(study.Ladder);
    }

    [Fact]
    public void A_model_file_stands_for_its_standard_study()
    {
        string path = Path.Combine(folder.FullName, "a-model.yaml");
        File.WriteAllText(path, Model);
        Study study = Study.Load(path);

        Assert.Equal(("one-block", new AutomaticLadder()), (study.Name, study.Automatic));
        Assert.Equal([Prediction.MeanField, Prediction.CovarianceFull], study.Predictions.Select(each => each.Prediction));
        Assert.Empty(study.Times);
    }

    [Fact]
    public void Tolerance_and_resolution_may_be_left_out()
    {
        Study study = Load(string.Join('\n', Valid.Split('\n').SkipLast(2)));

        Assert.Null(study.Tolerance);
        Assert.Equal(Study.DefaultResolution, study.Resolution);
    }

    [Theory]
    [InlineData("name: mine\n", "", ":1: name: ", "Add 'name")]
    [InlineData("prediction: mean-field,", "prediction: mean-field-1, order: 1,", ":6: predictions[1].order: ", "order 2 of the values")]
    [InlineData("prediction: mean-field,", "prediction: covariance-1, bound: 1,", ":6: predictions[1].bound: ", "order 1 of the slopes")]
    [InlineData("[6, 8, 12, 16]", "atuo", ":3: ladder: ", "or auto")]
    [InlineData("[6, 8, 12, 16]", "auto\nbudget: soon", ":4: budget: ", "60 s, 5 min")]
    [InlineData("[6, 8, 12, 16]", "auto\nbudget: 31 d", ":4: budget: ", "60 s, 5 min")]
    [InlineData("[6, 8, 12, 16]", "auto\nmemory: much", ":4: memory: ", "8 GB")]
    [InlineData("ladder:", "budget: 60 s\nladder:", ":3: budget: ", "beside ladder: auto only")]
    [InlineData("resolution: 0.02", "method: half", ":9: method: ", "auto or full or window")]
    [InlineData("[0.5, 1]", "[0.5, inf]", ":4: times[2]: ", "Infinity is not supported")]
    [InlineData("ladder:", "lader:", ":3: lader: ", "Did you mean 'ladder'?")]
    [InlineData("[6, 8, 12, 16]", "[6, 8, 12]", ":3: ladder: ", "at least 4")]
    [InlineData("[6, 8, 12, 16]", "[6, 8, 8, 16]", ":3: ladder[3]: ", "8 after 8")]
    [InlineData("[6, 8, 12, 16]", "[0, 8, 12, 16]", ":3: ladder[1]: ", "at least 1")]
    [InlineData("[6, 8, 12, 16]", "[6, 8, 12.5, 16]", ":3: ladder[3]: ", "whole number")]
    [InlineData("[6, 8, 12, 16]", "[6, 8, 11, 16]", ":3: ladder[3]: ", "whole number of spins")]
    [InlineData("[0.5, 1]", "[]", ":4: times: ", "Add a time")]
    [InlineData("[0.5, 1]", "[0, 1]", ":4: times[1]: ", "positive time")]
    [InlineData("[0.5, 1]", "[1, 0.5]", ":4: times[2]: ", "0.5 after 1")]
    [InlineData("[0.5, 1]", "[0.5, .inf]", ":4: times[2]: ", "finite")]
    [InlineData("mean-field", "meanfield", ":6: predictions[1].prediction: ", "Did you mean 'mean-field'?")]
    [InlineData("expect: refuted", "expect: wrong", ":7: predictions[2].expect: ", "confirmed or refuted or inconclusive")]
    [InlineData(", expect: refuted", "", ":7: predictions[2].expect: ", "confirmed, refuted or inconclusive")]
    [InlineData("covariance-printed", "mean-field", ":7: predictions[2]: ", "second time")]
    [InlineData("tolerance: 1e-10", "tolerance: 1", ":8: tolerance: ", "from 1e-14 to 0.001")]
    [InlineData("resolution: 0.02", "resolution: 0", ":9: resolution: ", "from 1e-12 to 1")]
    [InlineData("model: model.yaml", "model: other.yaml", ":2: model: ", "there is no file")]
    public void A_bad_study_is_refused_in_one_line_that_names_place_finding_and_remedy(string good, string bad, string place, string says)
    {
        Assert.Contains(good, Valid, StringComparison.Ordinal);

        InputException error = Assert.Throws<InputFileException>(() => Load(Valid.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Contains("study.yaml" + place, error.Message, StringComparison.Ordinal);
        Assert.Contains("found ", error.Message, StringComparison.Ordinal);
        Assert.Contains("allowed: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_list_without_predictions_is_refused() =>
        Assert.Throws<InputFileException>(() => Load(string.Join('\n', Valid.Split('\n').Take(4)) + "\npredictions: []"));

    [Fact]
    public void A_bad_model_is_reported_as_the_model_files_own_error()
    {
        InputException error = Assert.Throws<InputFileException>(() =>
            Load(Valid, Model.Replace("lower", "sideways", StringComparison.Ordinal)));

        Assert.Contains("model.yaml:4: jumps[1].operator", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_that_is_neither_bundled_nor_a_file_is_refused_with_the_names()
    {
        InputException error = Assert.Throws<InputException>(() => BundledStudies.Find("paramagnetik"));

        Assert.Contains("paramagnetic, potts, probe, retrieval", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Study Load(string text, string model = Model)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "model.yaml"), model);
        string path = Path.Combine(folder.FullName, "study.yaml");
        File.WriteAllText(path, text);
        return Study.Load(path);
    }
}
