using Site.Core.Persistence.Integrity;

namespace Site.Core.Operations.Doctor;

/// <summary>Examines what is stored: the database, and the media folder against it.</summary>
internal sealed class SiteDoctor(IntegrityExaminer database, MediaFilesCheck media)
{
    /// <summary>Looks, and changes nothing; the site may be running.</summary>
    public IReadOnlyList<DoctorFinding> Examine()
    {
        IReadOnlyList<string> pending = database.PendingMigrations();
        return pending.Count > 0
            ? [new DoctorFinding("schema", $"the database lacks {string.Join(", ", pending)}: start this version of the site once, then ask again", DoctorState.Left)]
            : [
                .. database.Examine().Select(x => new DoctorFinding(x.Check, x.Damage.Message, x.Damage.Repair is null ? DoctorState.Left : DoctorState.Repairable)),
                .. media.Examine(),
            ];
    }

    /// <summary>Mends what can be mended; the caller has the data folder's lock.</summary>
    /// <returns>What was mended, and what is left.</returns>
    public IReadOnlyList<DoctorFinding> Repair()
    {
        if (database.PendingMigrations().Count > 0)
        {
            return Examine();
        }

        DoctorFinding[] repaired =
        [
            .. database.Repair().Select(x => new DoctorFinding(x.Check, x.Damage.Message, DoctorState.Repaired)),
            .. media.Repair(),
        ];
        return [.. repaired, .. Examine()];
    }
}
