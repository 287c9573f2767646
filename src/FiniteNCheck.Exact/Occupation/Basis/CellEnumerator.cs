using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>Visits the occupations off the diagonal that are not ruled out by a charge.</summary>
/// <param name="order">The order of bins.</param>
/// <param name="zero">Charges that are zero: a coefficient for each bin off the diagonal.</param>
/// <param name="even">Charges that are even: a bit for each of these bins.</param>
internal sealed class CellEnumerator(OccupationOrder order, ImmutableArray<ImmutableArray<int>> zero, ImmutableArray<ulong> even)
{
    private readonly int[] blocks = [.. order.OffDiagonalBins.Select(bin => order.Bins.All[bin].Block)];

    /// <summary>Visits all occupations in lexicographic order.</summary>
    /// <param name="visit">Receives the occupations and the sites left for diagonal bins of each block; both change afterwards.</param>
    public void ForEach(Action<int[], int[]> visit) =>
        Visit(0, new int[blocks.Length], [.. order.Sites], new long[zero.Length], visit);

    /// <summary>
    /// How large a state is, found without visiting its cells one by one.
    /// </summary>
    public SpaceSize Count()
    {
        int[][] single = [.. Enumerable.Range(0, blocks.Length).Select(bin => new[] { bin })];
        int[] mirrors = [.. order.OffDiagonalBins.Select(bin => order.OffDiagonalBins.IndexOf(order.Bins.All[bin].Mirror))];
        int[][] pairs = [.. single.Select(each => new[] { each[0], mirrors[each[0]] }).Where(pair => pair[1] >= 0 && pair[0] < pair[1])];
        SpaceSize all = Count(single);
        SpaceSize own = Count(pairs);
        return new SpaceSize((all.Numbers + own.Numbers) / 2, (all.Rows + own.Rows) / 2, (all.Cells + own.Cells) / 2);
    }

    // Bins of a group are filled together. Sums over the charges and the sites left, group after group.
    private SpaceSize Count(int[][] groups)
    {
        var sums = new Dictionary<string, (long[] Charges, ulong Parities, int[] Left, double Count)>(StringComparer.Ordinal)
        {
            [""] = (new long[zero.Length], 0, [.. order.Sites], 1),
        };
        for (int g = 0; g < groups.Length; g++)
        {
            var next = new Dictionary<string, (long[] Charges, ulong Parities, int[] Left, double Count)>(StringComparer.Ordinal);
            foreach ((long[] charges, ulong parities, int[] left, double count) in sums.Values)
            {
                (long[] c, ulong p, int[] l) = ([.. charges], parities, [.. left]);
                while (true)
                {
                    if (CanVanish(c, groups, g + 1, l))
                    {
                        string key = $"{string.Join(' ', c)} {p} {string.Join(' ', l)}";
                        double before = next.TryGetValue(key, out (long[], ulong, int[], double Count) found) ? found.Count : 0;
                        next[key] = ([.. c], p, [.. l], before + count);
                    }

                    foreach (int bin in groups[g])
                    {
                        l[blocks[bin]]--;
                        for (int q = 0; q < c.Length; q++)
                        {
                            c[q] += zero[q][bin];
                        }

                        for (int q = 0; q < even.Length; q++)
                        {
                            p ^= ((even[q] >> bin) & 1) << q;
                        }
                    }

                    if (l[blocks[groups[g][0]]] < 0)
                    {
                        break;
                    }
                }
            }

            sums = next;
        }

        var kept = sums.Values.Where(each => each.Charges.All(c => c == 0) && each.Parities == 0).ToArray();
        return new SpaceSize(
            kept.Sum(each => each.Count * order.Size(each.Left)),
            kept.Sum(each => each.Count * order.Rows(each.Left)),
            kept.Sum(each => each.Count));
    }

    private void Visit(int at, int[] occupations, int[] left, long[] charges, Action<int[], int[]> visit)
    {
        if (at == blocks.Length)
        {
            if (IsAllowed(occupations, charges))
            {
                visit(occupations, left);
            }

            return;
        }

        int block = blocks[at];
        int most = left[block];
        for (int count = 0; count <= most; count++)
        {
            if (CanVanish(charges, at + 1, left))
            {
                occupations[at] = count;
                Visit(at + 1, occupations, left, charges, visit);
            }

            left[block]--;
            for (int q = 0; q < charges.Length; q++)
            {
                charges[q] += zero[q][at];
            }
        }

        occupations[at] = 0;
        left[block] = most;
        for (int q = 0; q < charges.Length; q++)
        {
            charges[q] -= (most + 1L) * zero[q][at];
        }
    }

    private bool IsAllowed(int[] occupations, long[] charges)
    {
        foreach (long charge in charges)
        {
            if (charge != 0)
            {
                return false;
            }
        }

        if (even.IsEmpty)
        {
            return true;
        }

        ulong odd = 0;
        for (int bin = 0; bin < occupations.Length; bin++)
        {
            odd |= (ulong)(occupations[bin] & 1) << bin;
        }

        foreach (ulong charge in even)
        {
            if ((BitOperations.PopCount(odd & charge) & 1) == 1)
            {
                return false;
            }
        }

        return true;
    }

    private bool CanVanish(long[] charges, int from, int[] left)
    {
        for (int q = 0; q < charges.Length; q++)
        {
            (long up, long down) = (0, 0);
            for (int bin = from; bin < blocks.Length; bin++)
            {
                long reach = (long)zero[q][bin] * left[blocks[bin]];
                (up, down) = (Math.Max(reach, 0) + up, Math.Min(reach, 0) + down);
            }

            if (charges[q] + up < 0 || charges[q] + down > 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool CanVanish(long[] charges, int[][] groups, int from, int[] left)
    {
        for (int q = 0; q < charges.Length; q++)
        {
            (long up, long down) = (0, 0);
            for (int g = from; g < groups.Length; g++)
            {
                foreach (int bin in groups[g])
                {
                    long reach = (long)zero[q][bin] * left[blocks[bin]];
                    (up, down) = (Math.Max(reach, 0) + up, Math.Min(reach, 0) + down);
                }
            }

            if (charges[q] + up < 0 || charges[q] + down > 0)
            {
                return false;
            }
        }

        return true;
    }
}
