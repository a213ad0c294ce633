using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Templates;

/// <summary>
/// Imports templates, matched by key, then by alias. The views themselves are compiled into the site: the text of a view in
/// a file is left out, and so is the parent, which Umbraco takes from the view's layout.
/// </summary>
internal sealed class TemplateImporter(ITemplateService templates, IShortStringHelper shortStrings) : ISyncImporter
{
    public SyncKind Kind => SyncKind.Template;

    public int Priority => 1020;

    public IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files)
    {
        List<SyncFile> all = [.. files];
        var byAlias = all.ToDictionary(file => file.Alias, StringComparer.OrdinalIgnoreCase);
        return SyncOrder.DependenciesFirst(all, file => [byAlias.GetValueOrDefault(file.Header.Parent.Alias)]);
    }

    public async Task ImportAsync(SyncItem item, SyncRun run)
    {
        var file = TemplateFile.Read(item.Root);
        ITemplate? live = await templates.GetAsync(file.Key) ?? await templates.GetAsync(file.Alias);
        item.IsNew = live is null;
        ITemplate template = live ?? new Template(shortStrings, file.Name, file.Alias) { Key = file.Key };
        item.Set("Key", template.Key, file.Key, value => template.Key = value);
        item.SetText("Name", template.Name, file.Name, value => template.Name = value);
        item.Set("Alias", template.Alias, file.Alias, value => template.Alias = value);
        if (file.HasContents)
        {
            item.Warn("Contents", "left out: this site's views are compiled. Put the view into the program.");
        }

        if (run.Writes && item.HasChanges)
        {
            Attempt<ITemplate, TemplateOperationStatus> result = item.IsNew
                ? await templates.CreateAsync(template, Constants.Security.SuperUserKey)
                : await templates.UpdateAsync(template, Constants.Security.SuperUserKey);
            SyncErrors.Ensure(result.Success, "@Alias", result.Status);
        }
    }

    public async Task<bool> DeleteAsync(SyncFile marker, SyncRun run)
    {
        ITemplate? live = await templates.GetAsync(marker.Key) ?? await templates.GetAsync(marker.Alias);
        if (live is not null && run.Writes)
        {
            Attempt<ITemplate?, TemplateOperationStatus> result = await templates.DeleteAsync(live.Key, Constants.Security.SuperUserKey);
            SyncErrors.Ensure(result.Success, "@Key", result.Status);
        }

        return live is not null;
    }
}
