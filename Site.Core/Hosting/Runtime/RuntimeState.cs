using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration;
using Umbraco.Cms.Core.Exceptions;
using Umbraco.Cms.Core.Semver;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Runtime;

/// <summary>How far the site has started: <see cref="RuntimeLevel.Boot"/>, <c>Install</c>, <c>Run</c> or <c>BootFailed</c>.</summary>
internal sealed class RuntimeState(IUmbracoVersion version) : IRuntimeState
{
    /// <inheritdoc />
    public Version Version => version.Version;

    /// <inheritdoc />
    public string VersionComment => version.Comment;

    /// <inheritdoc />
    public SemVersion SemanticVersion => version.SemanticVersion;

    /// <inheritdoc />
    public RuntimeLevel Level { get; private set; } = RuntimeLevel.Boot;

    /// <inheritdoc />
    public RuntimeLevelReason Reason { get; private set; } = RuntimeLevelReason.Unknown;

    /// <inheritdoc />
    /// <remarks>EF Core's own history table says which migrations were applied; there is no second state.</remarks>
    public string? CurrentMigrationState => null;

    /// <inheritdoc />
    public string? FinalMigrationState => null;

    /// <inheritdoc />
    public BootFailedException? BootFailedException { get; private set; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object> StartupState { get; } = new Dictionary<string, object>();

    /// <inheritdoc />
    public void DetermineRuntimeLevel()
    {
        // The steps of SiteRuntime set the level as they go; there is nothing to find out beforehand.
    }

    /// <inheritdoc />
    public void Configure(RuntimeLevel level, RuntimeLevelReason reason, Exception? bootFailedException = null)
    {
        Level = level;
        Reason = reason;
        BootFailedException = bootFailedException is null
            ? null
            : bootFailedException as BootFailedException ?? new BootFailedException(bootFailedException.Message, bootFailedException);
    }
}
