using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Tests.Support;

/// <summary>Functions of the state to ask of a model.</summary>
internal static class FunctionChoice
{
    /// <summary>Every function, with observables and values drawn.</summary>
    public static StateFunction[] Draw(CollectiveModel model, int n, Random random)
    {
        string[] observables = [.. model.ObservableNames];
        string[] blocks = [.. model.Blocks.Select(block => block.Name)];
        string Any() => observables[random.Next(observables.Length)];
        List<StateFunction> functions = [new Purity(), new Entropy()];
        for (int order = 1; order <= Cumulant.MaxOrder; order++)
        {
            functions.Add(new Cumulant([.. Enumerable.Range(0, order).Select(_ => Any())]));
            functions.Add(new Cumulant([.. Enumerable.Repeat(Any(), order)]));
        }

        for (int k = 0; k < 3; k++)
        {
            int observable = (3 * random.Next(blocks.Length)) + k;
            int spins = model.SpinsAt(n)[observable / 3];
            functions.Add(new Probability(observables[observable], ((2.0 * random.Next(spins + 1)) - spins) / spins));
        }

        if (blocks.Length > 1)
        {
            string[] two = [.. blocks.OrderBy(_ => random.Next()).Take(2)];
            functions.Add(new LogarithmicNegativity(two[0], two[1]));
        }

        return [.. functions];
    }
}
