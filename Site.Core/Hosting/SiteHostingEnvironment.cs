using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using IHostingEnvironment = Umbraco.Cms.Core.Hosting.IHostingEnvironment;

namespace Site.Core.Hosting;

/// <summary>Tells Core where it runs. Everything that Core may write to is below the data folder.</summary>
internal sealed class SiteHostingEnvironment(
    IHostEnvironment host,
    SiteFolders folders,
    IOptionsMonitor<HostingSettings> hosting,
    IOptionsMonitor<WebRoutingSettings> routing) : IHostingEnvironment
{
    /// <inheritdoc />
    public string? SiteName => hosting.CurrentValue.SiteName ?? host.ApplicationName;

    /// <inheritdoc />
    public string ApplicationId => host.ApplicationName;

    /// <inheritdoc />
    public string ApplicationPhysicalPath => host.ContentRootPath;

    /// <inheritdoc />
    public string LocalTempPath => folders.Temp;

    /// <inheritdoc />
    public string TemporaryFileUploadPath => Path.Combine(folders.Temp, "uploads");

    /// <inheritdoc />
    public string ApplicationVirtualPath => hosting.CurrentValue.ApplicationVirtualPath ?? "/";

    /// <inheritdoc />
    public bool IsDebugMode => hosting.CurrentValue.Debug;

    /// <inheritdoc />
    public bool IsHosted => true;

    /// <inheritdoc />
    /// <remarks>Only the configured address: one taken from a request could be set by anybody (DESIGN.md section 6).</remarks>
    public Uri ApplicationMainUrl => Uri.TryCreate(routing.CurrentValue.UmbracoApplicationUrl, UriKind.Absolute, out Uri? url) ? url : null!;

    /// <inheritdoc />
    public string MapPathWebRoot(string path) => Map(Path.Combine(host.ContentRootPath, "wwwroot"), path);

    /// <inheritdoc />
    public string MapPathContentRoot(string path) => Map(host.ContentRootPath, path);

    /// <inheritdoc />
    public string ToAbsolute(string virtualPath) => virtualPath.StartsWith("~/", StringComparison.Ordinal)
        ? string.Concat(ApplicationVirtualPath.TrimEnd('/'), virtualPath.AsSpan(1))
        : virtualPath;

    /// <inheritdoc />
    public void EnsureApplicationMainUrl(Uri? currentApplicationUrl)
    {
        // Deliberately nothing: see ApplicationMainUrl.
    }

    private static string Map(string root, string path) =>
        Path.GetFullPath(path.TrimStart('~').TrimStart('/', '\\').Replace('/', Path.DirectorySeparatorChar), root);
}
