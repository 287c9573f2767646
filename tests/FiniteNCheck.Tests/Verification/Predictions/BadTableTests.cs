using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Predictions;

/// <summary>Bad tables of predicted numbers: one line with file, line and column.</summary>
[Trait("Kind", "Unit")]
public sealed class BadTableTests : IDisposable
{
    private const string Header = "observable,time,value\n";

    private readonly PredictionFolder folder = new();

    [Theory]
    [InlineData("", ":1: ", "nothing", "Write the names of the columns")]
    [InlineData("# a comment\n", ":1: ", "nothing")]
    [InlineData(Header, ":1: ", "no row")]
    [InlineData("observable,time\nchi,1\n", ":1: ", "no column 'value'", "observable, time, value and error")]
    [InlineData("observable;time;value\nchi;1;2\n", ":1: ", "no column 'observable'")]
    [InlineData("observable,time,value,eror\nchi,1,2,0\n", ":1: ", "unknown column 'eror'", "Did you mean 'error'?")]
    [InlineData("observable,time,value,value\nchi,1,2,2\n", ":1: ", "two columns 'value'")]
    [InlineData("observable,time,value,\nchi,1,2,\n", ":1: ", "unknown column ''")]
    [InlineData(Header + "chj,1,2\n", ":2: observable: ", "'chj'")]
    [InlineData(Header + "\"z.all,q.all\",1,2\n", ":2: observable: ", "'z.all,q.all'")]
    [InlineData(Header + "z.all,z.all,1,2\n", ":2: ", "4 fields", "a field with a comma stands in double quotes")]
    [InlineData(Header + "chi,1\n", ":2: ", "2 fields", "3 fields, one per column")]
    [InlineData(Header + "chi,2,2\n", ":2: time: ", "'2'", "add it to 'times'")]
    [InlineData(Header + "chi,soon,2\n", ":2: time: ", "'soon'", "a finite number")]
    [InlineData(Header + "chi,1,two\n", ":2: value: ", "'two'")]
    [InlineData(Header + "chi,1,\n", ":2: value: ", "''")]
    [InlineData(Header + "chi,1,NaN\n", ":2: value: ", "'NaN'")]
    [InlineData(Header + "chi,1,1e999\n", ":2: value: ", "'1e999'")]
    [InlineData(Header + "chi,1,\"2,5\"\n", ":2: value: ", "'2,5'")]
    [InlineData("observable,time,value,error\nchi,1,2,-1\n", ":2: error: ", "'-1'", "0 or larger")]
    [InlineData(Header + "# twice\nchi,1,2\n\nchi,1.0,2\n", ":5: observable: ", "one row for each quantity and time")]
    [InlineData(Header + "\"x.all,z.all\",1,0\n\"z.all,x.all\",1,0\n", ":3: observable: ", "one row for each quantity and time")]
    [InlineData(Header + "\"chi,1,2\n", ":2: ", "an unclosed or stray quote")]
    [InlineData(Header + "chi,1,2\nch\"i,0.5,2\n", ":3: ", "an unclosed or stray quote")]
    [InlineData("\"observable,time,value\nchi,1,2\n", ":1: ", "an unclosed or stray quote")]
    public void A_bad_table_is_refused_at_its_line_and_column(string table, string place, params string[] says) =>
        AssertRefused(table, place, says);

    [Theory]
    [InlineData(Header + "chi,1,2\n", ":1: ", "no column 'beta'")]
    [InlineData("observable,time,value,beta\nchi,1,2,0.3\n", ":2: beta: ", "'0.3'", "a value of the axis of the sweep")]
    public void A_table_of_a_sweep_has_its_axes(string table, string place, params string[] says) =>
        AssertRefused(table, place, says, PredictionFolder.Sweep);

    [Fact]
    public void A_table_of_a_sweep_has_rows_for_every_cell()
    {
        folder.WriteStudy("name: a, values: table.csv, expect: confirmed", PredictionFolder.Sweep);
        folder.Write("table.csv", "observable,time,value,beta\nchi,1,2,0.2\n");

        string message = folder.Refusal();

        Assert.Contains(PredictionFolder.PlaceOf(""), message, StringComparison.Ordinal);
        Assert.Contains("no row for beta = 0.5", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_axis_must_not_have_the_name_of_a_column()
    {
        folder.WriteStudy(
            "name: a, values: table.csv, expect: confirmed",
            PredictionFolder.Sweep.Replace("name: beta", "name: time", StringComparison.Ordinal));
        folder.Write("table.csv", Header + "chi,1,2\n");

        Assert.Contains(PredictionFolder.PlaceOf(".values") + "found an axis of the sweep called 'time'", folder.Refusal());
    }

    [Fact]
    public void A_table_of_other_bytes_is_refused()
    {
        folder.WriteStudy("name: a, values: table.csv, expect: confirmed");
        File.WriteAllBytes(Path.Combine(folder.Path, "table.csv"), [.. "observable,time,value\nch"u8, 0xEF, .. ",1,2\n"u8]);

        Assert.Contains("table.csv:2: found bytes that are not UTF-8", folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_a_megabyte_and_more_is_refused() =>
        AssertRefused(Header + string.Concat(Enumerable.Repeat("chi,1,2\n", 150_000)), ": ", ["more than 1 MB", "split it"]);

    [Theory]
    [InlineData("observable,time,value\r\nchi,1,2\r\n")]
    [InlineData("\uFEFF# mine\nobservable , time , value\nchi , 1.0 , 2e0\n")]
    [InlineData("value,error,observable,time\n2,,chi,1\n")]
    public void A_table_may_be_written_as_spreadsheets_write_it(string table)
    {
        string path = folder.WriteStudy("name: a, values: table.csv, expect: confirmed");
        folder.Write("table.csv", table);

        Assert.Equal("a", Study.Load(path).Predictions[0].Name);
    }

    public void Dispose() => folder.Dispose();

    private void AssertRefused(string table, string place, string[] says, string more = "")
    {
        folder.WriteStudy("name: a, values: table.csv, expect: confirmed", more);
        folder.Write("table.csv", table);

        string message = folder.Refusal();

        Assert.StartsWith($"{Path.Combine(folder.Path, "table.csv")}{place}found ", message, StringComparison.Ordinal);
        Assert.All(says, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
