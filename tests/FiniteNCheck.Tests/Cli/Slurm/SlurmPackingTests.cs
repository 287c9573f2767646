using System.Collections.Immutable;
using FiniteNCheck.Cli.Slurm;
using FiniteNCheck.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Cli.Slurm;

/// <summary>How points become tasks and arrays, on random lists of points and on some drawn up by hand.</summary>
public sealed class SlurmPackingTests
{
    private const int Count = 300;

    /// <summary>Lists of 1 to 60 points that take nothing to days and kilobytes to terabytes, many of them alike.</summary>
    private static readonly Gen<(ImmutableArray<SlurmPoint> Points, int Tasks, int Cpus)> Generator =
        from count in Gen.Choose(1, 60)
        from seconds in Gen.ArrayOf(
            Gen.Frequency(
                (1, Gen.Constant(0.0)), (2, Gen.Elements(1.0, 60.0, 7200.0)), (3, Gen.Choose(1, 200_000).Select(each => each / 7.0))),
            count)
        from bytes in Gen.ArrayOf(
            Gen.Frequency((3, Gen.Choose(1, 1000).Select(each => each * 1e6)), (1, Gen.Choose(1, 2000).Select(each => each * 1e9))), count)
        from tasks in Gen.Frequency((1, Gen.Choose(1, 3)), (2, Gen.Choose(1, 80)))
        from cpus in Gen.Elements(1, 2, 7)
        select (seconds.Select((each, index) => new SlurmPoint($"{index:x4}", each, bytes[index])).ToImmutableArray(), tasks, cpus);

    private static IEnumerable<(ImmutableArray<SlurmPoint> Points, int Tasks, int Cpus)> Drawn =>
        Generator.Sample(Count, new Rnd(Seed.Value), 50);

    [Fact]
    [Trait("Kind", "Unit")]
    public void Every_point_is_in_one_task_and_the_tasks_are_numbered_from_one() =>
        Assert.All(
            Drawn,
            drawn =>
            {
                ImmutableArray<SlurmTask> tasks =
                [
                    .. SlurmPacking.Pack(drawn.Points, drawn.Tasks, drawn.Cpus).SelectMany(array => array.Tasks),
                ];
                Assert.Equal(
                    drawn.Points.Select(point => point.Id),
                    tasks.SelectMany(task => task.Points).Select(point => point.Id).Order(StringComparer.Ordinal));
                Assert.Equal(Enumerable.Range(1, tasks.Length), tasks.Select(task => task.Number));
                Assert.DoesNotContain(tasks, task => task.Points.IsEmpty);
                Assert.Equal(Math.Min(drawn.Tasks, drawn.Points.Length), tasks.Length);
            });

    [Fact]
    [Trait("Kind", "Unit")]
    public void Left_to_itself_a_task_takes_half_an_hour_or_as_long_as_its_longest_point() => Assert.All(Drawn, drawn =>
    {
        ImmutableArray<SlurmArray> arrays = SlurmPacking.Pack(drawn.Points, null, drawn.Cpus);
        Assert.InRange(arrays.Sum(array => array.Tasks.Length), 1, drawn.Points.Length);
        Assert.All(arrays, array =>
        {
            double longest = Math.Max(1800, array.Tasks.Max(task => task.Points.Max(point => point.Seconds)));

            // A task has at most the mean and one point more, on each of its CPUs; 1e-6 s for the rounding of sums.
            Assert.InRange(array.Seconds, 0, (2 * longest) + 1e-6);
        });
    });

    /// <summary>R. L. Graham's bound for a list schedule: no task takes more than the mean, and (1 - 1/m) of the longest point.</summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void No_task_is_much_longer_than_the_mean() =>
        Assert.All(Drawn, drawn => Assert.All(SlurmPacking.Pack(drawn.Points, drawn.Tasks, 1), AssertBalanced));

    [Fact]
    [Trait("Kind", "Mutation")]
    public void An_unbalanced_array_is_noticed()
    {
        SlurmPoint[] points = [.. Enumerable.Range(0, 6).Select(index => new SlurmPoint($"{index}", 10, 1))];
        AssertBalanced(new SlurmArray(1, [new SlurmTask(1, [.. points[..3]]), new SlurmTask(2, [.. points[3..]])], 1));
        Assert.ThrowsAny<XunitException>(() =>
            AssertBalanced(new SlurmArray(1, [new SlurmTask(1, [.. points[..5]]), new SlurmTask(2, [points[5]])], 1)));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_order_of_the_points_does_not_matter() =>
        Assert.All(
            Drawn,
            drawn =>
                Assert.Equal(
                    Text(SlurmPacking.Pack(drawn.Points, drawn.Tasks, drawn.Cpus)),
                    Text(
                        SlurmPacking.Pack(
                            [.. drawn.Points.OrderBy(point => point.Id[^1]).ThenByDescending(point => point.Bytes)],
                            drawn.Tasks,
                            drawn.Cpus))));

    [Fact]
    [Trait("Kind", "Unit")]
    public void Points_of_an_array_are_within_a_factor_of_four_in_memory_or_below_one_gigabyte() => Assert.All(Drawn, drawn =>
    {
        ImmutableArray<SlurmArray> arrays = SlurmPacking.Pack(drawn.Points, SlurmPacking.MaxTasks, drawn.Cpus);
        double[] largest = [.. arrays.Select(array => Bytes(array).Max())];
        Assert.Equal(largest.Order(), largest);
        Assert.All(arrays, array => Assert.True(Bytes(array).Max() <= Math.Max(1e9, 4 * Bytes(array).Min())));
    });

    [Fact]
    [Trait("Kind", "Unit")]
    public void With_fewer_tasks_than_classes_the_small_points_join_the_next_larger_ones()
    {
        SlurmPoint[] points = [new("small", 1, 1e6), new("middle", 1, 3e9), new("large", 1, 3e10)];
        ImmutableArray<SlurmArray> arrays = SlurmPacking.Pack(points, 2, 1);
        Assert.Equal(
            ["middle,small", "large"], arrays.Select(array => string.Join(',', array.Tasks.Single().Points.Select(point => point.Id))));
    }

    /// <summary>Four points of up to 2 GiB, two at a time: 1.5 x 2 x 2 GiB for the points, and 300 MiB for the runtime.</summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void What_a_task_asks_for()
    {
        const double gibibyte = 1L << 30;
        SlurmArray array = SlurmPacking
            .Pack([new("a", 2000, 2 * gibibyte), new("b", 400, 1.5e9), new("c", 400, 1.5e9), new("d", 400, 1.5e9)], 1, 2)
            .Single();
        Assert.Equal((6 * 1024) + 300, array.Mebibytes);

        // 3200 s on two CPUs, and half of the longest point: 2600 s; three times that is 130 minutes.
        Assert.Equal(2600, array.Seconds);
        Assert.Equal(140, array.Minutes);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Fifteen_minutes_and_800_MiB_are_the_least()
    {
        SlurmArray array = SlurmPacking.Pack([new("a", 0, 0)], null, 1).Single();
        Assert.Equal((15, 800), (array.Minutes, array.Mebibytes));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Thousands_of_long_points_make_a_thousand_tasks()
    {
        ImmutableArray<SlurmArray> arrays = SlurmPacking.Pack(
            [.. Enumerable.Range(0, 5000).Select(index => new SlurmPoint($"{index:x4}", 1700 + (index % 7), index % 3 == 0 ? 1e6 : 1e11))],
            null,
            1);
        Assert.Equal(2, arrays.Length);
        Assert.Equal(1000, arrays.Sum(array => array.Tasks.Length));
        Assert.All(arrays, array => Assert.InRange(array.Tasks.Max(task => task.Points.Length), 5, 6));
    }

    private static void AssertBalanced(SlurmArray array)
    {
        double[] loads = [.. array.Tasks.Select(task => task.Points.Sum(point => point.Seconds))];
        double longest = array.Tasks.Max(task => task.Points.Max(point => point.Seconds));

        // Sums of up to 60 numbers of up to 3e4, in different orders.
        Assert.InRange(loads.Max(), 0, loads.Average() + ((1 - (1.0 / loads.Length)) * longest) + 1e-6);
    }

    private static double[] Bytes(SlurmArray array) => [.. array.Tasks.SelectMany(task => task.Points).Select(point => point.Bytes)];

    private static string Text(ImmutableArray<SlurmArray> arrays) =>
        string.Join(
            '\n',
            arrays.SelectMany(array =>
                array.Tasks.Select(task => $"{array.Number} {task.Number}: {string.Join(' ', task.Points.Select(point => point.Id))}")));
}
