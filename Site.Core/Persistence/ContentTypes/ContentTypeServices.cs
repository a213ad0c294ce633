using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>What the repositories of types have in common.</summary>
/// <param name="Database">The context of the current scope.</param>
/// <param name="AppCaches">Core's caches.</param>
/// <param name="ShortStringHelper">Core's helper for aliases.</param>
/// <param name="Migration">Takes documents and media along when their type changes.</param>
internal sealed record ContentTypeServices(
    AmbientDbContext Database,
    AppCaches AppCaches,
    IShortStringHelper ShortStringHelper,
    ContentTypeDataMigration Migration);
