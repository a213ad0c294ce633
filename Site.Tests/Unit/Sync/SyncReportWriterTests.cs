using Site.Core.Sync;

namespace Site.Tests.Unit.Sync;

/// <summary>What a person reads at the terminal.</summary>
public sealed class SyncReportWriterTests
{
    [Fact]
    public void Only_lines_that_say_something_are_printed_and_counted_at_the_end()
    {
        var report = new SyncReport(
            [
                new(SyncKind.Language, "Languages/fr.config", Guid.Empty, "fr", SyncChange.NoChange, string.Empty),
                new(SyncKind.Content, "Content/a.config", Guid.Empty, "A", SyncChange.Create, string.Empty),
                new(SyncKind.Content, "Content/b.config", Guid.Empty, "B", SyncChange.Update, "Properties/x: left out.\nSee it.", IsWarning: true),
                new(SyncKind.Content, "Content/c.config", null, "c", SyncChange.Fail, "line 2: not well-formed XML"),
            ],
            ["a note"]);
        using var writer = new StringWriter { NewLine = "\n" };

        int exitCode = SyncReportWriter.Write(report, writer);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            """
            note       a note
            Create     Content/a.config (A)
            Update!    Content/b.config (B): Properties/x: left out. See it.
            Fail       Content/c.config (c): line 2: not well-formed XML
            4 files: 1 NoChange, 1 Create, 1 Update, 1 Fail, 1 with warnings (!)

            """,
            writer.ToString());
    }

    [Fact]
    public void A_report_without_findings_is_fine()
    {
        var report = new SyncReport([new(SyncKind.Language, "Languages/fr.config", Guid.Empty, "fr", SyncChange.Create, string.Empty)], []);

        Assert.Equal(0, SyncReportWriter.Write(report, TextWriter.Null));
    }
}
