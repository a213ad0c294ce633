using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Site.Core.Sync;

/// <summary>Finds what the configuration says of uSync and this site does not do, so that it can be told by name.</summary>
internal static class SyncSettingsCheck
{
    private const string Root = "uSync";

    private const string HandlerSettings = nameof(SyncHandlerOptions.Settings);

    /// <summary>Settings of uSync's backoffice, with the value under which uSync does what this site does.</summary>
    private static readonly Dictionary<string, string> _fixed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AddOnPing"] = "false",
        ["BackgroundNotifications"] = "false",
        ["BackgroundStartup"] = "false",
        ["DisableDashboard"] = "true",
        ["DisableNotificationSuppression"] = "true",
        ["EnableHistory"] = "false",
        ["IsRootSite"] = "false",
        ["ReportDebug"] = "false",
    };

    private static readonly HashSet<string> _lists = Names(typeof(SyncOptions), typeof(IList<string>));

    private static readonly HashSet<string> _handlerLists = Names(typeof(SyncHandlerOptions), typeof(IList<string>));

    private static readonly HashSet<string> _handlers = new(SyncKinds.All.Select(kind => kind.Handler()), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, with their paths in the configuration.</summary>
    /// <param name="configuration">The site's configuration.</param>
    /// <param name="set">The name of the set that is used.</param>
    public static IReadOnlyList<string> NotOffered(IConfiguration configuration, string set)
    {
        IConfigurationSection root = configuration.GetSection(Root);
        IConfigurationSection used = root.GetSection("Sets").GetSection(set);
        return
        [
            .. Unknown(root, new HashSet<string>(["Settings", "Sets"], StringComparer.OrdinalIgnoreCase), []),
            .. Unknown(root.GetSection("Settings"), Names(typeof(SyncOptions)), _lists),
            .. Unknown(root.GetSection("Sets"), new HashSet<string>([set], StringComparer.OrdinalIgnoreCase), []),
            .. Unknown(used, Names(typeof(SyncSetOptions)), Names(typeof(SyncSetOptions), typeof(IList<string>))),
            .. OfHandler(used.GetSection(nameof(SyncSetOptions.HandlerDefaults))),
            .. Unknown(used.GetSection(nameof(SyncSetOptions.Handlers)), _handlers, []),
            .. used.GetSection(nameof(SyncSetOptions.Handlers)).GetChildren().Where(handler => _handlers.Contains(handler.Key)).SelectMany(OfHandler),
        ];
    }

    private static IEnumerable<string> OfHandler(IConfigurationSection handler) =>
        Unknown(handler, Names(typeof(SyncHandlerOptions)), _handlerLists)
            .Concat(Unknown(handler.GetSection(HandlerSettings), SyncHandler.SettingNames, []))
            .Concat(handler.GetSection(HandlerSettings).GetChildren()
                .Where(setting => SyncHandler.SettingNames.Contains(setting.Key) && setting.GetChildren().Any())
                .Select(setting => $"{setting.Path} (write one text, with commas)"));

    private static IEnumerable<string> Unknown(IConfigurationSection section, IReadOnlySet<string> offered, HashSet<string> lists)
    {
        foreach (IConfigurationSection setting in section.GetChildren())
        {
            bool isFixed = _fixed.TryGetValue(setting.Key, out string? value) && value.Equals(setting.Value, StringComparison.OrdinalIgnoreCase);
            if (!offered.Contains(setting.Key) && !isFixed)
            {
                yield return setting.Path;
            }
            else if (lists.Contains(setting.Key) && !string.IsNullOrEmpty(setting.Value))
            {
                yield return $"{setting.Path} (write a list)";
            }
        }
    }

    private static HashSet<string> Names(Type options, Type? type = null) => new(
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => type is null || property.PropertyType == type).Select(property => property.Name),
        StringComparer.OrdinalIgnoreCase);
}
