namespace Site.Core.Operations.Doctor;

/// <summary>Something that the doctor has found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Message">What is wrong, on one line.</param>
/// <param name="State">What can be done, or was done.</param>
internal sealed record DoctorFinding(string Check, string Message, DoctorState State);

/// <summary>What becomes of a finding.</summary>
internal enum DoctorState
{
    /// <summary><c>doctor --repair</c> mends it.</summary>
    Repairable,

    /// <summary>It was mended.</summary>
    Repaired,

    /// <summary>A person must decide; the message says on what.</summary>
    Left,
}
