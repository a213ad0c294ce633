using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Site.Core.Sync;

namespace Site.Tests.Contract.Sync;

/// <summary>Settings that hold until the test ends.</summary>
internal static class SyncSettingsScope
{
    /// <summary>Sets handlers' settings, by their paths below <c>uSync:Sets:Default:Handlers</c>.</summary>
    public static IDisposable Set(this SyncSiteFixture site, params (string Path, string Value)[] settings)
    {
        IConfiguration configuration = site.Get<IConfiguration>();
        var before = settings.Select(setting => $"{SyncSetOptions.Section}:Default:Handlers:{setting.Path}").ToDictionary(path => path, path => configuration[path]);
        foreach ((string path, string value) in settings)
        {
            configuration[$"{SyncSetOptions.Section}:Default:Handlers:{path}"] = value;
        }

        return new Reset(() =>
        {
            foreach ((string path, string? value) in before)
            {
                configuration[path] = value;
            }
        });
    }

    /// <summary>Changes the settings of the site.</summary>
    public static IDisposable Set(this SyncSiteFixture site, Action<SyncOptions> set, Action<SyncOptions> reset)
    {
        SyncOptions options = site.Get<IOptionsMonitor<SyncOptions>>().CurrentValue;
        set(options);
        return new Reset(() => reset(options));
    }

    private sealed class Reset(Action reset) : IDisposable
    {
        public void Dispose() => reset();
    }
}
