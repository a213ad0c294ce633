using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>Imports documents, publishes what the file says is published and unpublishes the rest.</summary>
internal sealed class ContentImporter(
    IContentService documents,
    IContentTypeService contentTypes,
    NodeTemplates templates,
    NodeValues values,
    IEntityService entities,
    IShortStringHelper shortStrings)
    : NodeImporter<IContent>(values, new NodeTree(entities, shortStrings, SyncKind.Content, UmbracoObjectTypes.Document))
{
    // The documents that this run has made and will publish in their second pass.
    private readonly HashSet<Guid> _unpublished = [];

    public override SyncKind Kind => SyncKind.Content;

    public override int Priority => 1210;

    protected override SyncKind TypeKind => SyncKind.ContentType;

    protected override IContent? Get(Guid key) => documents.GetById(key);

    protected override IEnumerable<IContent> GetMany(Guid[] keys) => documents.GetByIds(keys);

    protected override void MoveToBin(IContent node)
    {
        OperationResult result = documents.MoveToRecycleBin(node, SuperUser);
        SyncErrors.Ensure(result.Success, "Info/Trashed", result.Result);
    }

    protected override IContent? Make(string name, int parentId, string typeAlias) =>
        contentTypes.Get(typeAlias) is { } type
            ? new Content(name, parentId, type) { TemplateId = type.DefaultTemplate?.Id, CreatorId = SuperUser, WriterId = SuperUser }
            : null;

    protected override IContent Move(IContent node, int parentId)
    {
        OperationResult result = documents.Move(node, parentId, SuperUser);
        SyncErrors.Ensure(result.Success, "Info/Parent", result.Result);
        return documents.GetById(node.Key)!;
    }

    protected override void Delete(IContent node)
    {
        OperationResult result = documents.Delete(node, SuperUser);
        SyncErrors.Ensure(result.Success, "@Key", result.Result);
    }

    protected override Task ApplyOwnAsync(SyncItem item, IContent node, NodeFile file, SyncRun run) => templates.ApplyAsync(item, node, file, run);

    protected override Task SaveAsync(SyncItem item, IContent node, NodeFile file, SyncRun run)
    {
        bool isDraftChanged = item.HasChanges;
        if (file.IsTrashed)
        {
            WriteTrashed(item, node, run);
            return Task.CompletedTask;
        }

        PublishPlan plan = PublishPlan.For(node, file, culture => Values.Culture(item, culture, "Info/Published/@Culture", run), run.Now);
        if (!isDraftChanged && run.Handlers[Kind].OnlyPublishDirty)
        {
            plan = plan with { Publish = [] };
        }

        foreach (string culture in plan.Publish)
        {
            item.Differ($"publish {culture}");
        }

        foreach (string culture in plan.Unpublish)
        {
            item.Differ($"unpublish {culture}");
        }

        if (run.Writes && item.HasChanges)
        {
            Write(item, node, file, plan, run, isDraftChanged);
        }

        ApplySchedule(item, node, file, run);
        return Task.CompletedTask;
    }

    private void WriteTrashed(SyncItem item, IContent node, SyncRun run)
    {
        if (run.Writes && item.HasChanges)
        {
            Save(node);
        }
    }

    private void Write(SyncItem item, IContent node, NodeFile file, PublishPlan plan, SyncRun run, bool isDraftChanged)
    {
        if (isDraftChanged)
        {
            Save(node);
        }

        if (item.IsNew && file.SortOrder is { } sortOrder && node.SortOrder != sortOrder)
        {
            // A new item is put last; the file knows its place.
            node.SortOrder = sortOrder;
            Save(node);
        }

        WarnOfRenames(item, node, file);
        PublishNowOrLater(item, node, file, plan, run, isDraftChanged);
    }

    /// <summary>
    /// Documents pick each other, and one is published only if what it picks exists and its parent is published: a new one that picks
    /// what is still to come is published as soon as that is there. One that was published before is published with its save, so that
    /// an import that is killed leaves no published document behind its draft.
    /// </summary>
    private void PublishNowOrLater(SyncItem item, IContent node, NodeFile file, PublishPlan plan, SyncRun run, bool isDraftChanged)
    {
        IReadOnlyCollection<string> publish = isDraftChanged ? plan.Wanted : plan.Publish;
        IReadOnlyCollection<Guid> awaited = item.IsNew && publish.Count > 0 ? AwaitMentioned(file, run) : [];
        bool mustWait = awaited.Count > 0 || (item.IsNew && _unpublished.Contains(file.Parent.Key));
        if (publish.Count > 0 && !mustWait && documents.Publish(node, plan.Varies ? [.. publish] : [], SuperUser).Success)
        {
            publish = [];
        }

        if (publish.Count == 0 && plan.Unpublish.Count == 0)
        {
            _unpublished.Remove(file.Key);
            return;
        }

        Guid key = node.Key;
        item.SecondPass = () => PublishAsync(item, key, publish, plan);
        if (mustWait)
        {
            _unpublished.Add(file.Key);
            item.IsReadyForSecondPass = () => !_unpublished.Contains(file.Parent.Key) && awaited.All(IsThere);
        }
    }

    private Task PublishAsync(SyncItem item, Guid key, IReadOnlyCollection<string> publish, PublishPlan plan)
    {
        IContent node = Take(key)!;
        _unpublished.Remove(item.File.Key);
        if (publish.Count > 0)
        {
            Check(item, documents.Publish(node, plan.Varies ? [.. publish] : [], SuperUser));
        }

        foreach (string culture in plan.Unpublish)
        {
            Check(item, documents.Unpublish(node, plan.Varies ? culture : "*", SuperUser));
        }

        return Task.CompletedTask;
    }

    private void Save(IContent node)
    {
        OperationResult result = documents.Save(node, SuperUser);
        SyncErrors.Ensure(result.Success, "Content", result.Result);
    }

    private static void Check(SyncItem item, PublishResult result)
    {
        if (result.Success)
        {
            return;
        }

        if (result.Result == PublishResultType.FailedPublishCancelledByEvent)
        {
            SyncErrors.Ensure(false, "Info/Published", OperationResultType.FailedCancelledByEvent);
        }

        string properties = string.Join(", ", (result.InvalidProperties ?? []).Select(property => property.Alias).Distinct());
        string reason = result.Result switch
        {
            PublishResultType.FailedPublishPathNotPublished => "its parent is not published",
            PublishResultType.FailedPublishContentInvalid => $"missing or wrong: {properties}",
            _ => $"Umbraco answers {result.Result}",
        };
        item.Warn("Info/Published", $"saved as a draft, not published: {reason}.");
    }

    private static void WarnOfRenames(SyncItem item, IContent node, NodeFile file)
    {
        if (!node.ContentType.VariesByCulture())
        {
            WarnOfRename(item, node.Name, file.Name);
            return;
        }

        foreach ((string culture, string name) in file.CultureNames)
        {
            WarnOfRename(item, node.GetCultureName(culture), name);
        }
    }

    /// <summary>Keeps what is planned for the future; what is past has happened where the file was written.</summary>
    private void ApplySchedule(SyncItem item, IContent node, NodeFile file, SyncRun run)
    {
        var wanted = new ContentScheduleCollection();
        foreach (NodeScheduleFile entry in file.Schedule.Where(entry => entry.Date > run.Now))
        {
            string? culture = entry.Culture.Length == 0 ? string.Empty : Values.Culture(item, entry.Culture, "Info/Schedule/ContentSchedule/Culture", run);
            if (culture is not null)
            {
                wanted.Add(new ContentSchedule(culture, entry.Date, entry.Action));
            }
        }

        if (item.IsNew && wanted.FullSchedule.Count == 0)
        {
            return;
        }

        ContentScheduleCollection live = node.HasIdentity ? documents.GetContentScheduleByContentId(node.Id) : new ContentScheduleCollection();
        if (Entries(live, run.Now).SetEquals(Entries(wanted, run.Now)))
        {
            return;
        }

        item.Differ("Schedule");
        if (run.Writes)
        {
            documents.PersistContentSchedule(node, wanted);
        }
    }

    private static HashSet<(string, ContentScheduleAction, DateTime)> Entries(ContentScheduleCollection schedule, DateTime now) =>
        [.. schedule.FullSchedule.Where(entry => entry.Date > now).Select(entry => (entry.Culture.ToUpperInvariant(), entry.Action, entry.Date))];
}
