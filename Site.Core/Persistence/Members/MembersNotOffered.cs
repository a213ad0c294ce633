namespace Site.Core.Persistence.Members;

/// <summary>What every attempt to write a member meets. Reading finds none: Core's converters and services ask, whether there are members or not.</summary>
internal static class MembersNotOffered
{
    /// <summary>The error, by its name.</summary>
    public static NotSupportedException Error() => new("Members are not offered by this site: there is nobody to sign in but its editors.");
}
