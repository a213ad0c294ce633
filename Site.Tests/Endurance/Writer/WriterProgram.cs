using System.Diagnostics;
using Site.Core.Operations.Doctor;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Endurance.Writer;

/// <summary>
/// Starts the site, compares it with what earlier writers have said, then writes with four threads until it is killed or its standard
/// input ends.
/// </summary>
internal static class WriterProgram
{
    /// <summary>The site has started and was compared: <c>CHECKED milliseconds-of-the-start number-of-things</c>.</summary>
    public const string Checked = "CHECKED";

    /// <summary>Something is not as it was acknowledged, or not whole: the rest of the line says what.</summary>
    public const string Wrong = "WRONG";

    private const int Writers = 4;

    public static async Task<int> RunAsync(int seed, string historyPath)
    {
        var history = new WriterHistory();
        foreach (string line in System.IO.File.Exists(historyPath) ? await System.IO.File.ReadAllLinesAsync(historyPath) : [])
        {
            history.Add(line);
        }

        long begun = Stopwatch.GetTimestamp();
        await using WriterSite site = await WriterSite.StartAsync();
        double elapsed = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        await using var console = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var output = TextWriter.Synchronized(console);
        Check(site, history, output);
        await output.WriteLineAsync($"{Checked} {elapsed:0} {history.Things.Count}");
        site.ArmFaults();

        using var stop = new CancellationTokenSource();
        Task[] writers =
        [
            .. Enumerable.Range(0, Writers).Select(x => Task.Run(() => new WriterActs(site, output, new Random(seed + x)).RunAsync(x, stop.Token))),
        ];
        await Console.In.ReadToEndAsync();
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        return 0;
    }

    private static void Check(WriterSite site, WriterHistory history, TextWriter output)
    {
        IContentService contents = site.Get<IContentService>();
        IContentTypeService types = site.Get<IContentTypeService>();
        foreach (string thing in history.Things)
        {
            string now = WriterState.Now(thing, contents, types);
            if (!history.PossibleStates(thing).Contains(now))
            {
                output.WriteLine($"{Wrong} {thing} is {now}; it may be {string.Join(" or ", history.PossibleStates(thing))}");
            }

            output.WriteLine(WriterHistory.Line(WriterHistory.Found, thing, now));
            CheckSnapshot(site, thing, output);
        }

        foreach (DoctorFinding finding in site.Get<SiteDoctor>().Examine())
        {
            output.WriteLine($"{Wrong} {finding.Check}: {finding.Message}");
        }
    }

    private static void CheckSnapshot(WriterSite site, string thing, TextWriter output)
    {
        if (!Guid.TryParse(thing, out Guid key))
        {
            return;
        }

        string? expected = site.Get<IContentService>().GetById(key) is { Trashed: false } content ? WriterState.Of(content).Published : null;
        IPublishedContent? published = site.Get<IPublishedContentCache>().GetById(false, key);
        string? seen = published?.GetProperty(WriterState.Title)?.GetValue() as string;
        if (seen != expected)
        {
            output.WriteLine($"{Wrong} visitors see \"{seen}\" of {thing}, the database says \"{expected}\"");
        }
    }
}
