using System.Text;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.Sync.Export;

/// <summary>The names that uSync gives its files. They carry no meaning; they are made for people who read a folder.</summary>
internal static class SyncFileNames
{
    private const int MaxBytes = 200;

    /// <summary>Lower case, hyphens, letters of every script.</summary>
    public static string FromName(string? name, IShortStringHelper shortStrings) => (name ?? string.Empty).ToSafeFileName(shortStrings);

    /// <summary>Without spaces and punctuation, its case kept.</summary>
    public static string FromAlias(string? name, IShortStringHelper shortStrings) => (name ?? string.Empty).ToSafeAlias(shortStrings);

    /// <summary>The sub-folders of an item that lies in a folder of the backoffice.</summary>
    /// <param name="path">The folder's path as files state it.</param>
    /// <param name="shortStrings">Makes safe names.</param>
    public static IReadOnlyList<SyncEntryFolder> FromFolder(string path, IShortStringHelper shortStrings) =>
        [.. SyncContainerPath.Segments(path).Select(name => new SyncEntryFolder(null, FromName(name, shortStrings)))];

    /// <summary>As much of a name as fits into a file name on every file system, together with suffix, extension and <c>.tmp</c>.</summary>
    public static string Shorten(string name)
    {
        int length = name.Length;
        while (Encoding.UTF8.GetByteCount(name.AsSpan(0, length)) > MaxBytes || (length > 0 && length < name.Length && char.IsHighSurrogate(name[length - 1])))
        {
            length--;
        }

        return name[..length];
    }

    /// <summary>What sets an item's file apart from another of the same name.</summary>
    public static string Suffix(Guid key, int length) => "_" + GuidUtils.ToBase32String(key, length);
}
