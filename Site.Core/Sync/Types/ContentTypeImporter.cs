using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Types;

/// <summary>Imports document types and element types.</summary>
internal sealed class ContentTypeImporter(
    IContentTypeService contentTypes,
    IContentTypeContainerService containers,
    TypeProperties properties,
    ITemplateService templates,
    IShortStringHelper shortStrings) : TypeImporter<IContentType>(contentTypes, containers, properties)
{
    public override SyncKind Kind => SyncKind.ContentType;

    public override int Priority => 1030;

    protected override Guid DefaultListView => Constants.DataTypes.Guids.ListViewContentGuid;

    protected override IContentType New(TypeFile file) =>
        new ContentType(shortStrings, Constants.System.Root) { Key = file.Key, Alias = file.Alias, Name = file.Name };

    protected override async Task ApplyOwnAsync(SyncItem item, IContentType type, TypeFile file, SyncRun run)
    {
        ApplyHistoryCleanup(item, type, file.HistoryCleanup);
        if (file.DefaultTemplate is not null)
        {
            await ApplyTemplatesAsync(item, type, file, run);
        }
    }

    private static void ApplyHistoryCleanup(SyncItem item, IContentType type, HistoryCleanup? wanted)
    {
        if (wanted is null)
        {
            return;
        }

        HistoryCleanup live = type.HistoryCleanup ?? new HistoryCleanup();
        bool isSame = live.PreventCleanup == wanted.PreventCleanup
            && live.KeepAllVersionsNewerThanDays == wanted.KeepAllVersionsNewerThanDays
            && live.KeepLatestVersionPerDayForDays == wanted.KeepLatestVersionPerDayForDays;
        if (!isSame)
        {
            item.Differ("HistoryCleanup");
            type.HistoryCleanup = wanted;
        }
    }

    private async Task ApplyTemplatesAsync(SyncItem item, IContentType type, TypeFile file, SyncRun run)
    {
        var wanted = new List<ITemplate>();
        foreach (SyncReference reference in file.AllowedTemplates)
        {
            if (await FindTemplateAsync(reference, run) is { } template)
            {
                wanted.Add(template);
            }
            else if (run.IsPending(SyncKind.Template, reference))
            {
                item.Differ("AllowedTemplates");
            }
            else
            {
                item.Warn("Info/AllowedTemplates", $"there is no template {reference}; left out.");
            }
        }

        ITemplate? standard = await FindTemplateAsync(new SyncReference(Guid.Empty, file.DefaultTemplate!), run);
        if (standard is not null && wanted.All(template => template.Id != standard.Id))
        {
            wanted.Add(standard);
        }

        if (run.Handlers[Kind].KeepTemplates)
        {
            wanted.AddRange((type.AllowedTemplates ?? []).ExceptBy(wanted.Select(template => template.Id), template => template.Id).ToList());
        }

        HashSet<int> live = [.. (type.AllowedTemplates ?? []).Select(template => template.Id)];
        if (!live.SetEquals(wanted.Select(template => template.Id)))
        {
            item.Differ("AllowedTemplates");
            type.AllowedTemplates = wanted;
        }

        item.Set("DefaultTemplate", type.DefaultTemplate?.Id ?? 0, standard?.Id ?? 0, _ => type.SetDefaultTemplate(standard));
    }

    private async Task<ITemplate?> FindTemplateAsync(SyncReference reference, SyncRun run)
    {
        if (reference.IsEmpty)
        {
            return null;
        }

        ITemplate? byKey = reference.Key == Guid.Empty ? null : await templates.GetAsync(reference.Key);
        if (byKey is not null)
        {
            return byKey;
        }

        string alias = string.IsNullOrEmpty(reference.Alias) ? run.Folder.Find(SyncKind.Template, reference.Key)?.Alias ?? string.Empty : reference.Alias;
        return alias.Length == 0 ? null : await templates.GetAsync(alias);
    }
}
