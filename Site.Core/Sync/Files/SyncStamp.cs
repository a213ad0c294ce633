using System.Xml.Linq;

namespace Site.Core.Sync.Files;

/// <summary>The stamp of a folder: which format its files have.</summary>
internal static class SyncStamp
{
    /// <summary>The number of the format that uSync 13 to 17 write.</summary>
    public static readonly Version Format = new(10, 7, 0);

    /// <summary>The root element of <c>usync.config</c>; the version is that of the uSync whose files these are like.</summary>
    public static XElement Create() => new("uSync",
        new XAttribute("version", "17.3.8.0"),
        new XAttribute("format", Format.ToString()),
        new XAttribute("hmac", string.Empty));
}
