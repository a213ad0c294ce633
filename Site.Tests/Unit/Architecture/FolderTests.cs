using System.Text.RegularExpressions;
using Site.Core.Hosting;
using Site.Tests.Support;

namespace Site.Tests.Unit.Architecture;

/// <summary>Who may use whom inside Site.Core (DESIGN.md section 4), read from the sources, where a reader sees it too.</summary>
public sealed partial class FolderTests
{
    private static readonly Dictionary<string, string[]> _mayUse = new()
    {
        ["Hosting"] = [],
        ["Persistence"] = ["Hosting"],
        ["PropertyEditors"] = ["Hosting", "Media", "Security"],
        ["Security"] = ["Hosting", "Media"],
        ["Media"] = ["Hosting"],
        ["PublishedContent"] = ["Hosting", "PropertyEditors"],
        ["Search"] = ["Hosting", "PublishedContent", "Media"],
        ["Delivery"] = ["Hosting", "PublishedContent", "Search", "Media"],
        ["Sync"] = ["Hosting", "PublishedContent"],
        ["Forms"] = ["Hosting", "PublishedContent"],
        ["Operations"] = ["Hosting", "Persistence", "PublishedContent", "Media"],
        ["Organisations"] = ["Hosting", "PublishedContent", "PropertyEditors"],
    };

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(SiteCore).Select(x => Path.GetFileName(x)!).Where(x => x is not "bin" and not "obj")];

    private static string SiteCore => Path.Combine(SiteProcess.RepositoryRoot, "Site.Core");

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_those_that_the_design_allows(string folder)
    {
        Assert.True(_mayUse.ContainsKey(folder), $"Site.Core/{folder} is not a folder of the design.");
        IEnumerable<string> forbidden = Directory.EnumerateFiles(Path.Combine(SiteCore, folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Uses().Matches(File.ReadAllText(file)).Select(x => (file, used: x.Groups[1].Value)))
            .Where(x => x.used != folder && !_mayUse[folder].Contains(x.used))
            .Select(x => $"{Path.GetRelativePath(SiteCore, x.file)} uses {x.used}");

        Assert.Empty(forbidden);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_namespace_is_its_folder(string folder)
    {
        IEnumerable<string> wrong = Directory.EnumerateFiles(Path.Combine(SiteCore, folder), "*.cs", SearchOption.AllDirectories)
            .Where(x => !x.Contains("Migrations", StringComparison.Ordinal))
            .Where(file => !File.ReadAllText(file).Contains(
                $"namespace Site.Core.{Path.GetRelativePath(SiteCore, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')};",
                StringComparison.Ordinal));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Site_Core_knows_neither_the_web_site_nor_MVC_nor_the_HTTP_context()
    {
        IEnumerable<string> referenced = typeof(UmbracoCoreBuilderExtensions).Assembly.GetReferencedAssemblies().Select(x => x.Name!);

        Assert.DoesNotContain(referenced, x => x.StartsWith("Site.Web", StringComparison.Ordinal)
            || x.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal)
            || x.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\bSite\.Core\.([A-Z]\w+)")]
    private static partial Regex Uses();
}
