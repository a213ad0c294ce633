using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.Sync.Export;

/// <summary>The names that uSync gives its files. They carry no meaning; they are made for people who read a folder.</summary>
internal static class SyncFileNames
{
    /// <summary>Lower case, hyphens, letters of every script.</summary>
    public static string FromName(string? name, IShortStringHelper shortStrings) => (name ?? string.Empty).ToSafeFileName(shortStrings);

    /// <summary>Without spaces and punctuation, its case kept.</summary>
    public static string FromAlias(string? name, IShortStringHelper shortStrings) => (name ?? string.Empty).ToSafeAlias(shortStrings);

    /// <summary>What sets an item's file apart from another of the same name.</summary>
    public static string Suffix(Guid key, int length) => "_" + GuidUtils.ToBase32String(key, length);
}
