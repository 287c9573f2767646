using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Description;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>What was solved stands in the report: formulas with their numbers, and the files in full.</summary>
public sealed class SetupTests
{
    private const string TwoBlocks = """
        name: two
        blocks: [{ name: a, share: 1 }, { name: b, share: 2 }]
        hamiltonian:
          fields: { a: [0.3, 0, -0.1], b: [0, 0, 1] }
          couplings: [{ between: [a, b], axes: [z, x], strength: -0.4 }]
        jumps:
          - block: a
            operator: raise
            rate: { exponential: { amplitude: 0.7, exponent: -0.5 } }
            argument: { a: [0, 0, 1], b: [0.5, 0, 0] }
          - { block: b, operator: lower, rate: { polynomial: [0.3, 0, 0.2] }, argument: { a: [0, 0, -1] } }
          - { block: b, operator: z, rate: { squared: "1 + x*tanh(x)" }, argument: { b: [0, 0, 1] } }
        initial: { a: [0, 0.3, -0.6], b: [0, 0, 1] }
        """;

    private static CollectiveModel Model => ModelFile.Parse(TwoBlocks, "two.yaml");

    [Fact]
    [Trait("Kind", "Unit")]
    public void Collective_jumps_times_and_starts_are_written_too()
    {
        CollectiveModel model = ModelFile.Parse(
            """
            name: two
            blocks: [{ name: a, share: 1 }, { name: probe, size: 1 }]
            hamiltonian:
              fields: { a: ["0.3*sin(2*t)", 0, 0] }
              couplings: [{ between: [a, probe], axes: [z, x], strength: 0.5, scale: 0.5 }]
            jumps: [{ block: a, operator: lower, rate: { polynomial: [{ steps: [[0, 1], [2, 0.5]] }] } }]
            collective-jumps:
              - operator: { a: lower, probe: z }
                rate: { exponential: { amplitude: "0.7*t", exponent: 0.5 } }
                argument: { a: [0, 0, 1] }
            initial: { dicke: { a: { up: "n/4" }, probe: { up: 1 } } }
            """,
            "two.yaml");
        string[] formulas = [.. ModelFormulas.Hamiltonian(model), .. ModelFormulas.Jumps(model), .. ModelFormulas.Start(model)];
        Assert.Equal(
            [
                @"H = [0.3\,\mathrm{sin}(2\,t)]\,\sum_{i \in \mathrm{a}} \sigma_x^{(i)}",
                @"\quad +\,\frac{0.5}{n^{0.5}}S_z^{(\mathrm{a})}S_x^{(\mathrm{probe})}",
                @"J_i = \sigma_-^{(i)}\,[1\;\mathrm{from}\;0,\;0.5\;\mathrm{from}\;2]\,1,\quad i \in \mathrm{a}",
                @"L = \frac{1}{\sqrt{n}}(\sum_{i \in \mathrm{a}} \sigma_-^{(i)}+\sum_{i \in \mathrm{probe}} \sigma_z^{(i)})"
                    + @"\,[0.7\,t]\,e^{0.5\,\Delta},\quad \Delta = m_z^{\mathrm{a}}",
                @"N_{\uparrow}^{\mathrm{a}} = \frac{n}{4}",
                @"N_{\uparrow}^{\mathrm{probe}} = 1",
            ],
            formulas);

        // The page can typeset all of them.
        Assert.All(formulas, formula => Assert.NotNull(TexMath.Display(formula)));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_model_is_written_as_formulas_with_its_numbers()
    {
        Assert.Equal(
            [
                @"H = \sum_{i \in \mathrm{a}} (0.3\,\sigma_x^{(i)}-0.1\,\sigma_z^{(i)})",
                @"\quad +\,\sum_{i \in \mathrm{b}} \sigma_z^{(i)}",
                @"\quad +\,\frac{-0.4}{n}S_z^{(\mathrm{a})}S_x^{(\mathrm{b})}",
            ],
            ModelFormulas.Hamiltonian(Model).ToArray());
        Assert.Equal(
            [
                @"J_i = \sigma_+^{(i)}\,0.7\,e^{-0.5\,\Delta},\quad \Delta = m_z^{\mathrm{a}}+0.5\,m_x^{\mathrm{b}},\quad i \in \mathrm{a}",
                @"J_i = \sigma_-^{(i)}\,(0.3+0.2\,\Delta^{2}),\quad \Delta = -m_z^{\mathrm{a}},\quad i \in \mathrm{b}",
                @"J_i = \sigma_z^{(i)}\,\sqrt{1+\Delta\,\mathrm{tanh}(\Delta)},\quad \Delta = m_z^{\mathrm{b}},\quad i \in \mathrm{b}",
            ],
            ModelFormulas.Jumps(Model).ToArray());
        Assert.Equal(
            [@"(m_x, m_y, m_z)_{\mathrm{a}} = (0, 0.3, -0.6)", @"(m_x, m_y, m_z)_{\mathrm{b}} = (0, 0, 1)"],
            ModelFormulas.Start(Model).ToArray());
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Every_formula_of_every_bundled_model_is_typeset()
    {
        SymmetricModel[] models =
        [
            Model,
            .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "studies", "models")).Select(path => ModelFile.LoadAny(path)),
        ];
        Assert.All(
            models.SelectMany(model => (IEnumerable<string>)
                [.. ModelFormulas.Hamiltonian(model), .. ModelFormulas.Jumps(model), .. ModelFormulas.Start(model)]),
            formula => Assert.DoesNotContain('\\', TexMath.Display(formula).Value));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(@"a_i^{2}", "msubsup")]
    [InlineData(@"\frac{1}{n}", "mfrac")]
    [InlineData(@"\sqrt{x}", "msqrt")]
    [InlineData(@"\sum_{i} x", "munder")]
    public void A_piece_of_tex_has_its_element(string tex, string element) =>
        Assert.Contains(TexMath.Display(tex).Descendants(), each => each.Name.LocalName.Equals(element, StringComparison.Ordinal));

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(@"\alphabet")]
    [InlineData("{a")]
    [InlineData("_i")]
    public void Other_tex_is_refused(string tex) => Assert.Throws<FormatException>(() => TexMath.Display(tex));

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_report_holds_the_files_and_the_json_all_of_the_setup()
    {
        StudyFinding study = StudyRunner.Run(BundledStudies.Load("tilted-channels") with { Ladder = [4, 5, 6, 7] });
        VerifyReport report = new([study], SampleReports.Provenance);
        string folder = Path.Combine(RepositoryRoot.Path, "studies");
        Assert.Equal(["tilted-channels.yaml", "models/tilted-channels.yaml"], study.Setup!.Files.Select(file => file.Name));
        Assert.All(study.Setup.Files, file => Assert.Equal(File.ReadAllText(Path.Combine(folder, file.Name)), file.Text));
        StudySetup read = VerifyJsonReader.Read(VerifyJson.Render(report), "verify.json").Studies[0].Setup!;
        Assert.Equal(study.Setup.Files.ToArray(), read.Files.ToArray());
        Assert.Equal(study.Setup.Jumps.ToArray(), read.Jumps.ToArray());
        string page = WebUtility.HtmlDecode(Page(report));
        Assert.All(study.Setup.Files, file => Assert.Contains(file.Text.TrimEnd(), page, StringComparison.Ordinal));
    }

    /// <summary>What a mark of a picture says of an exact value is in the JSON, to the printed digits.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_marks_of_pictures_say_the_numbers_of_the_json()
    {
        string json = VerifyJson.Render(SampleReports.Verify);
        Agreement.VerifyNumbers numbers = new(json);
        Assert.Empty(WrongMarks(Page(SampleReports.Verify), numbers, out int count));
        Assert.True(count > 100, $"only {count} marks were compared");

        StudyFinding study = SampleReports.Verify.Studies[0];
        PredictionFinding prediction = study.Predictions[0];
        ElementFinding element = prediction.Elements[0];
        LadderPoint point = element.Ladder[1];
        ElementFinding changed = element with { Ladder = element.Ladder.SetItem(1, point with { Value = point.Value + 2e-6 }) };
        VerifyReport other = SampleReports.Verify with
        {
            Studies =
            [
                study with
                {
                    Predictions = study.Predictions.SetItem(
                        0, prediction with { Elements = prediction.Elements.Replace(element, changed) }),
                },
            ],
        };
        Assert.NotEmpty(WrongMarks(Page(other), numbers, out _));
    }

    private static List<string> WrongMarks(string page, Agreement.VerifyNumbers numbers, out int count)
    {
        const string end = "</main>";
        int start = page.IndexOf("<main>", StringComparison.Ordinal);
        XElement main = XElement.Parse(page[start..(page.IndexOf(end, StringComparison.Ordinal) + end.Length)]);
        List<string> wrong = [];
        count = 0;
        foreach (XElement panel in main.Descendants("figure").Where(figure => figure.Attribute("data-panel") is not null))
        {
            string prediction = panel.Ancestors("section").First().Element("h2")!.Value;
            string observable = panel.Attribute("data-observable")!.Value;
            foreach (Match mark in panel.Descendants("title").Select(title => Mark.Match(title.Value)).Where(mark => mark.Success))
            {
                string time = mark.Groups["time"] is { Success: true } given ? given.Value : panel.Attribute("data-time")!.Value;
                JsonNode element = numbers.Element(prediction, observable, time);
                double? value = Agreement.VerifyNumbers.Of(element, "exact", mark.Groups["size"].Value);
                count++;
                if (!Agreement.PrintedNumber.Agrees(mark.Groups["value"].Value, value))
                {
                    wrong.Add($"{prediction}, {observable}: '{mark.Value}' where JSON has {value}");
                }
            }
        }

        return wrong;
    }

    // The marks of errors have fewer digits and no six decimals.
    private static readonly Regex Mark = new(
        @"^(t = (?<time>[^,]+), )?N = (?<size>\d+): (?<value>-?\d+\.\d{6}|-?\d\.\d{3}e-?\d+)(,|$)",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private static string Page(VerifyReport report) =>
        Encoding.UTF8.GetString(VerifyFiles.Render(report).Single(file => file.Name is VerifyFiles.Page).Content.Span);
}
