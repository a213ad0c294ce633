using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Core.Sync.Languages;

/// <summary>Imports languages, matched by ISO code.</summary>
internal sealed class LanguageImporter(ILanguageService languages) : ISyncImporter
{
    public SyncKind Kind => SyncKind.Language;

    public int Priority => 1005;

    /// <summary>The default language first: the one before it can then give the place up.</summary>
    public IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files) => files.OrderByDescending(IsDefault).ThenBy(file => file.Path, StringComparer.Ordinal);

    public async Task ImportAsync(SyncItem item, SyncRun run)
    {
        var file = LanguageFile.Read(item.Root);
        ILanguage? live = await languages.GetAsync(file.IsoCode);
        item.IsNew = live is null;
        ILanguage language = live ?? new Language(file.IsoCode, file.Name);
        item.Set("Name", language.CultureName, file.Name, value => language.CultureName = value);
        item.Set("IsMandatory", language.IsMandatory, file.IsMandatory, value => language.IsMandatory = value);
        if (file.IsDefault || !language.IsDefault)
        {
            item.Set("IsDefault", language.IsDefault, file.IsDefault, value => language.IsDefault = value);
        }
        else
        {
            item.Warn("IsDefault", "is false, but no other language is the default: left as it is. Set another language's IsDefault to true.");
        }

        if (run.Writes && item.HasChanges)
        {
            await SaveAsync(language, item.IsNew);
        }

        if (!file.Fallback.Equals(live?.FallbackIsoCode ?? string.Empty, StringComparison.OrdinalIgnoreCase))
        {
            item.SecondPass = () => SetFallbackAsync(item, file, run);
        }
    }

    public async Task<bool> DeleteAsync(SyncFile marker, SyncRun run)
    {
        if (await languages.GetAsync(marker.Alias) is null)
        {
            return false;
        }

        if (run.Writes)
        {
            Attempt<ILanguage?, LanguageOperationStatus> result = await languages.DeleteAsync(marker.Alias, Constants.Security.SuperUserKey);
            SyncErrors.Ensure(result.Success, "@Alias", result.Status);
        }

        return true;
    }

    private async Task SetFallbackAsync(SyncItem item, LanguageFile file, SyncRun run)
    {
        bool exists = file.Fallback.Length == 0
            || await languages.GetAsync(file.Fallback) is not null
            || run.IsPending(SyncKind.Language, new SyncReference(Guid.Empty, file.Fallback));
        if (!exists)
        {
            item.Warn("Fallback", $"there is no language '{SyncXml.Shorten(file.Fallback)}'; left without it.");
            return;
        }

        item.Differ("Fallback");
        if (run.Writes && await languages.GetAsync(file.IsoCode) is { } language)
        {
            language.FallbackIsoCode = file.Fallback.Length == 0 ? null : file.Fallback;
            await SaveAsync(language, isNew: false);
        }
    }

    private async Task SaveAsync(ILanguage language, bool isNew)
    {
        Attempt<ILanguage, LanguageOperationStatus> result = isNew
            ? await languages.CreateAsync(language, Constants.Security.SuperUserKey)
            : await languages.UpdateAsync(language, Constants.Security.SuperUserKey);
        SyncErrors.Ensure(result.Success, result.Status.ToString().Contains("Fallback", StringComparison.Ordinal) ? "Fallback" : "IsoCode", result.Status);
    }

    private static bool IsDefault(SyncFile file) =>
        bool.TryParse(file.Load().Text("IsDefault"), out bool isDefault) && isDefault;
}
