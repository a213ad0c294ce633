namespace Site.Core.Sync;

/// <summary>Prints a report for a person at a terminal.</summary>
public static class SyncReportWriter
{
    /// <summary>Prints the notes, every line that is not <see cref="SyncChange.NoChange"/>, and the counts.</summary>
    /// <returns>The exit code: 0 when all is well, 1 when there are findings.</returns>
    public static int Write(SyncReport report, TextWriter writer)
    {
        foreach (string note in report.Notes)
        {
            writer.WriteLine($"note       {note}");
        }

        foreach (SyncItemResult item in report.Items.Where(item => item.IsFinding || item.Change != SyncChange.NoChange))
        {
            writer.WriteLine(Line(item));
        }

        writer.WriteLine(Counts(report));
        return report.HasFindings ? 1 : 0;
    }

    private static string Line(SyncItemResult item)
    {
        string change = item.IsWarning ? $"{item.Change}!" : item.Change.ToString();
        string message = item.Message.Length == 0 ? string.Empty : $": {item.Message}";
        return $"{change,-10} {item.File} ({item.Name}){message}".ReplaceLineEndings(" ");
    }

    private static string Counts(SyncReport report)
    {
        IEnumerable<string> counts = Enum.GetValues<SyncChange>()
            .Select(change => (change, count: report.Items.Count(item => item.Change == change)))
            .Where(pair => pair.count > 0)
            .Select(pair => $"{pair.count} {pair.change}");
        int warnings = report.Items.Count(item => item.IsWarning);
        string tail = warnings > 0 ? $", {warnings} with warnings (!)" : string.Empty;
        return $"{report.Items.Count} files: {string.Join(", ", counts)}{tail}";
    }
}
