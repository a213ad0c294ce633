using System.Data;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Caching;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.Templates;

/// <summary>The templates that document types may name; their views are Razor views compiled into the site.</summary>
/// <remarks>
/// What Core calls a template's content is only its relation to a master template: Core reads the master's alias from the content, so
/// the content that is handed out says it, and nothing else.
/// </remarks>
internal sealed class TemplateRepository(AmbientDbContext database, AppCaches appCaches, IShortStringHelper shortStringHelper)
    : FullCacheRepository<ITemplate>(database, appCaches), ITemplateRepository
{
    private const string CompiledViews = "The views of templates are Razor views compiled into the site: change the view in the source and build again.";

    // Document types carry their templates.
    private readonly EntityCache<IContentType> _contentTypes = new(appCaches, database);

    /// <inheritdoc />
    public ITemplate? Get(string? alias) => alias is null ? null : All.Find(x => IsNamed(x, alias));

    /// <inheritdoc />
    public ITemplate? Get(Guid id) => All.Find(x => x.Key == id);

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<ITemplate> GetMany(params Guid[]? ids) => ids is null or [] ? All.ToList() : All.Where(x => ids.Contains(x.Key));

    /// <inheritdoc />
    public bool Exists(Guid id) => Get(id) is not null;

    /// <inheritdoc />
    /// <remarks>No aliases means all.</remarks>
    public IEnumerable<ITemplate> GetAll(params string[] aliases) =>
        aliases is null or [] ? All.ToList() : All.Where(x => aliases.Contains(x.Alias, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc />
    /// <remarks>-1 means the templates without a master.</remarks>
    public IEnumerable<ITemplate> GetChildren(int masterTemplateId) => All.Where(x => MasterId(x) == masterTemplateId);

    /// <inheritdoc />
    /// <remarks>-1 means all templates. A master comes before those that use it.</remarks>
    public IEnumerable<ITemplate> GetDescendants(int masterTemplateId)
    {
        ILookup<int, int> children = All.Select(x => (MasterId: MasterId(x), x.Id)).ToLookup(x => x.MasterId, x => x.Id);
        List<int> below = [];
        Queue<int> open = new([masterTemplateId]);
        while (open.TryDequeue(out int id))
        {
            foreach (int child in children[id].Where(x => !below.Contains(x)))
            {
                below.Add(child);
                open.Enqueue(child);
            }
        }

        return [.. below.Select(x => All.Find(x)!)];
    }

    /// <inheritdoc />
    /// <remarks>No view is stored, so there is nothing to read.</remarks>
    public Stream GetFileContentStream(string filepath) => Stream.Null;

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always: views are part of the build.</exception>
    public void SetFileContent(string filepath, Stream content) => throw new NotSupportedException(CompiledViews);

    /// <inheritdoc />
    /// <remarks>No view is stored, so there is nothing to read.</remarks>
    public long GetFileSize(string filepath) => 0;

    /// <inheritdoc />
    protected override IEnumerable<ITemplate> LoadAll()
    {
        SiteDbContext context = Database.Read;
        var rows = (from template in context.Set<TemplateRow>()
                    join node in context.Set<NodeRow>() on template.NodeId equals node.Id
                    select new { Node = node, template.Alias }).ToList();
        var aliases = rows.ToDictionary(x => x.Node.Id, x => x.Alias);
        HashSet<int> masters = [.. rows.Select(x => x.Node.ParentId)];
        return rows
            .OrderBy(x => x.Node.Text, StringComparer.OrdinalIgnoreCase)
            .Select(x => ToEntity(x.Node, x.Alias, aliases.GetValueOrDefault(x.Node.ParentId), masters.Contains(x.Node.Id)));
    }

    /// <inheritdoc />
    protected override void PersistNew(ITemplate entity)
    {
        SiteDbContext context = Database.Write;
        RequireFreeAlias(entity);
        NodePlace master = MasterPlace(context, entity, out int masterId);
        var node = new NodeRow { UniqueId = entity.Key, CreateDate = entity.CreateDate };
        Fill(node, entity, masterId, master);
        context.Add(node);
        context.SaveChanges();
        node.Path = $"{master.Path},{node.Id}";
        context.Add(new TemplateRow { NodeId = node.Id, Alias = entity.Alias });
        context.SaveChanges();
        entity.Id = node.Id;
        Complete(context, entity, node);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(ITemplate entity)
    {
        SiteDbContext context = Database.Write;
        RequireFreeAlias(entity);

        // The model refers to nodes by key as well as by id, and the context does not write what it takes for an identity.
        context.Set<NodeRow>().Where(x => x.Id == entity.Id && x.UniqueId != entity.Key)
            .ExecuteUpdate(set => set.SetProperty(x => x.UniqueId, entity.Key));
        NodeRow node = context.Set<NodeRow>().AsTracking().SingleOrDefault(x => x.Id == entity.Id)
            ?? throw new InvalidOperationException($"There is no template {entity.Id} any more.");
        NodePlace master = MasterPlace(context, entity, out int masterId);
        string oldPath = node.Path;
        int oldLevel = node.Level;
        Fill(node, entity, masterId, master);
        node.Path = $"{master.Path},{node.Id}";
        context.Update(new TemplateRow { NodeId = node.Id, Alias = entity.Alias });
        context.SaveChanges();
        NodeMoves.MoveDescendants(context, oldPath, node.Path, node.Level - oldLevel);
        Complete(context, entity, node);
    }

    /// <inheritdoc />
    /// <remarks>The templates that have it as their master go with it; documents that used one of them are left without a template.</remarks>
    protected override void PersistDeleted(ITemplate entity)
    {
        SiteDbContext context = Database.Write;
        int[] ids = [.. GetDescendants(entity.Id).Select(x => x.Id), entity.Id];
        context.Set<AllowedTemplateRow>().Where(x => ids.Contains(x.TemplateNodeId)).ExecuteDelete();
        context.Set<DocumentVersionRow>().Where(x => x.TemplateId != null && ids.Contains(x.TemplateId.Value))
            .ExecuteUpdate(set => set.SetProperty(x => x.TemplateId, (int?)null));
        context.Set<TemplateRow>().Where(x => ids.Contains(x.NodeId)).ExecuteDelete();
        context.Set<NodeRow>().Where(x => ids.Contains(x.Id)).ExecuteDelete();
        _contentTypes.InvalidateAll();
        Cache.InvalidateAll();
        entity.DeleteDate = DateTime.UtcNow;
    }

    private static bool IsNamed(ITemplate template, string alias) => string.Equals(template.Alias, alias, StringComparison.OrdinalIgnoreCase);

    private static int MasterId(ITemplate template) => ((Template)template).MasterTemplateId?.Value is { } id and > 0 ? id : Constants.System.Root;

    private static void Fill(NodeRow node, ITemplate entity, int masterId, NodePlace master)
    {
        node.ParentId = masterId;
        node.Level = master.Level + 1;
        node.Path = master.Path;
        node.Text = entity.Name;
        node.NodeObjectType = Constants.ObjectTypes.Template;
    }

    private NodePlace MasterPlace(SiteDbContext context, ITemplate entity, out int masterId)
    {
        // The alias is what Core sets; the id follows from it.
        string? alias = entity.MasterTemplateAlias;
        masterId = string.IsNullOrEmpty(alias)
            ? MasterId(entity)
            : Get(alias)?.Id ?? throw new InvalidOperationException($"The master template \"{alias}\" of \"{entity.Alias}\" does not exist.");
        int id = masterId;
        if (entity.HasIdentity && (id == entity.Id || GetDescendants(entity.Id).Any(x => x.Id == id)))
        {
            throw new InvalidOperationException($"\"{alias}\" cannot be the master of \"{entity.Alias}\": it is below it.");
        }

        return NodeTree.FindPlace(context, id);
    }

    private void RequireFreeAlias(ITemplate entity)
    {
        if (string.IsNullOrWhiteSpace(entity.Alias))
        {
            throw new InvalidOperationException($"The template \"{entity.Name}\" needs an alias.");
        }

        if (All.Select(x => x.Id != entity.Id && IsNamed(x, entity.Alias)).Any(x => x))
        {
            throw new DuplicateNameException($"There is already a template with the alias \"{entity.Alias}\".");
        }
    }

    private Template ToEntity(NodeRow node, string alias, string? masterAlias, bool isMaster)
    {
        string content = masterAlias is null ? string.Empty : $"@{{ Layout = \"{masterAlias}.cshtml\"; }}";
        var template = new Template(shortStringHelper, node.Text, alias, _ => content);
        template.DisableChangeTracking();
        template.Id = node.Id;
        template.Key = node.UniqueId;
        template.CreateDate = node.CreateDate;
        template.UpdateDate = node.CreateDate;
        template.Path = node.Path;
        template.VirtualPath = $"/Views/{alias}.cshtml";
        template.IsMasterTemplate = isMaster;
        template.MasterTemplateAlias = masterAlias;
        template.MasterTemplateId = masterAlias is null ? null : new Lazy<int>(node.ParentId);
        template.ResetOriginalPath();
        template.ResetDirtyProperties(false);
        template.EnableChangeTracking();
        return template;
    }

    private void Complete(SiteDbContext context, ITemplate entity, NodeRow node)
    {
        entity.Path = node.Path;
        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
        _contentTypes.InvalidateAll();
    }
}
