using Site.Core.Hosting.Runtime;
using Site.Core.Operations.Backups;
using Site.Core.Operations.Doctor;
using Umbraco.Cms.Core.Services;

namespace Site.Web.Hosting.Commands;

/// <summary>The verb <c>doctor</c>.</summary>
internal static class DoctorCommand
{
    /// <summary>Looks for damage, and mends it when asked to.</summary>
    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellationToken)
    {
        bool repair = line.Has("--repair");
        if (repair && !await SiteCommand.TakeDataFolderAsync(line, "a repair writes"))
        {
            return SiteCommand.Misuse;
        }

        if (line.Get<SiteRestore>().IsUnfinished)
        {
            return await SiteCommand.RefuseAsync(line, "A restore was cut short. Start the site, or restore again: either finishes it.");
        }

        SiteDoctor doctor = line.Get<SiteDoctor>();
        List<DoctorFinding> findings = [.. repair ? doctor.Repair() : doctor.Examine()];
        findings.AddRange(await ExamineSnapshotAsync(line, repair, cancellationToken));
        return await WriteAsync(line, findings);
    }

    /// <summary>Starts the site's memory on the database, as a server does, and compares the two.</summary>
    private static async Task<IEnumerable<DoctorFinding>> ExamineSnapshotAsync(CommandLine line, bool repair, CancellationToken cancellationToken)
    {
        RuntimeMode mode = repair ? RuntimeMode.Command : RuntimeMode.ReadOnly;
        return await line.Get<SiteRuntime>().StartAsync(mode, cancellationToken)
            ? line.Get<SnapshotCheck>().Examine()
            : [new DoctorFinding("snapshot", $"the published content cannot be read: {line.Get<IRuntimeState>().BootFailedException?.Message}", DoctorState.Left)];
    }

    private static async Task<int> WriteAsync(CommandLine line, List<DoctorFinding> findings)
    {
        foreach (DoctorFinding finding in findings)
        {
            await line.Output.WriteLineAsync($"{finding.State,-10} {finding.Check}: {finding.Message}".ReplaceLineEndings(" "));
        }

        int left = findings.Count(x => x.State != DoctorState.Repaired);
        await line.Output.WriteLineAsync(findings.Count == 0
            ? "Nothing is wrong."
            : $"{findings.Count} findings: {findings.Count - left} repaired, {left} left.");
        return left == 0 ? SiteCommand.Ok : SiteCommand.Findings;
    }
}
