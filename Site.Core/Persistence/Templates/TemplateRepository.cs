using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.Templates;

/// <summary>The templates that document types name. Their views are Razor views of the program, so no content is stored with them.</summary>
internal sealed class TemplateRepository(AmbientDbContext database, AppCaches appCaches, IShortStringHelper shortStringHelper)
    : FullCacheRepository<ITemplate>(database, appCaches), ITemplateRepository
{
    private const string ViewsAreCompiled = "Views are part of the program and are not stored: change the .cshtml file and build.";

    /// <inheritdoc />
    public ITemplate? Get(string? alias) => All.Find(x => string.Equals(x.Alias, alias, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public ITemplate? Get(Guid id) => All.Find(x => x.Key == id);

    /// <inheritdoc />
    public IEnumerable<ITemplate> GetMany(params Guid[]? ids) => ids is null or [] ? All.ToList() : All.Where(x => ids.Contains(x.Key));

    /// <inheritdoc />
    public bool Exists(Guid id) => Get(id) is not null;

    /// <inheritdoc />
    public IEnumerable<ITemplate> GetAll(params string[] aliases) =>
        aliases.Length == 0 ? All.ToList() : All.Where(x => aliases.Contains(x.Alias, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc />
    public IEnumerable<ITemplate> GetChildren(int masterTemplateId) => All.Where(x => MasterId(x) == masterTemplateId);

    /// <inheritdoc />
    public IEnumerable<ITemplate> GetDescendants(int masterTemplateId) => masterTemplateId < 0
        ? All.ToList()
        : All.Where(x => x.Id != masterTemplateId && x.Path.Split(',').Contains(masterTemplateId.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <inheritdoc />
    /// <remarks>Nothing is stored, so there is nothing to read.</remarks>
    public Stream GetFileContentStream(string filepath) => Stream.Null;

    /// <inheritdoc />
    public void SetFileContent(string filepath, Stream content) => throw new NotSupportedException(ViewsAreCompiled);

    /// <inheritdoc />
    public long GetFileSize(string filepath) => 0;

    /// <inheritdoc />
    protected override IEnumerable<ITemplate> LoadAll()
    {
        SiteDbContext context = Database.Read;
        var rows = (from template in context.Set<TemplateRow>()
                    join node in context.Set<NodeRow>() on template.NodeId equals node.Id
                    orderby node.Text
                    select new { template.Alias, Node = node }).ToList();
        Dictionary<int, string> aliases = rows.ToDictionary(x => x.Node.Id, x => x.Alias);
        HashSet<int> masters = [.. rows.Select(x => x.Node.ParentId)];
        return [.. rows.Select(x => ToEntity(x.Alias, x.Node, aliases.GetValueOrDefault(x.Node.ParentId), masters.Contains(x.Node.Id)))];
    }

    /// <inheritdoc />
    protected override void PersistNew(ITemplate entity)
    {
        SiteDbContext context = Database.Write;
        NodePlace parent = NodeTree.FindPlace(context, MasterId(entity));
        var node = new NodeRow { UniqueId = entity.Key, NodeObjectType = Constants.ObjectTypes.Template, CreateDate = entity.CreateDate };
        Fill(node, entity, parent);
        context.Add(node);
        context.SaveChanges();
        entity.Id = node.Id;
        node.Path = $"{parent.Path},{node.Id}";
        context.Add(new TemplateRow { NodeId = node.Id, Alias = entity.Alias });
        Finish(context, entity, node);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(ITemplate entity)
    {
        SiteDbContext context = Database.Write;
        NodePlace parent = NodeTree.FindPlace(context, MasterId(entity));
        NodeRow node = context.Set<NodeRow>().AsTracking().Single(x => x.Id == entity.Id);
        string oldPath = node.Path;
        Fill(node, entity, parent);
        node.Path = $"{parent.Path},{node.Id}";
        context.Set<TemplateRow>().AsTracking().Single(x => x.NodeId == entity.Id).Alias = entity.Alias;
        if (oldPath != node.Path)
        {
            MoveDescendants(context, oldPath, node.Path);
            Cache.InvalidateAll();
        }

        Finish(context, entity, node);
    }

    /// <inheritdoc />
    /// <remarks>Documents and types lose the template; templates below it move up.</remarks>
    protected override void PersistDeleted(ITemplate entity)
    {
        SiteDbContext context = Database.Write;
        int id = entity.Id;
        NodeRow node = context.Set<NodeRow>().Single(x => x.Id == id);
        foreach (ITemplate child in GetChildren(id))
        {
            ((Template)child).MasterTemplateId = new Lazy<int>(() => node.ParentId);
            PersistUpdated(child);
        }

        context.Set<AllowedTemplateRow>().Where(x => x.TemplateNodeId == id).ExecuteDelete();
        context.Set<DocumentVersionRow>().Where(x => x.TemplateId == id).ExecuteUpdate(x => x.SetProperty(y => y.TemplateId, (int?)null));
        context.Set<TemplateRow>().Where(x => x.NodeId == id).ExecuteDelete();
        context.Set<NodeRow>().Where(x => x.Id == id).ExecuteDelete();
        Cache.InvalidateAll();
    }

    private static int MasterId(ITemplate template) =>
        template is Template { MasterTemplateId.Value: > 0 and var id } ? id : Constants.System.Root;

    private static void Fill(NodeRow node, ITemplate entity, NodePlace parent)
    {
        node.Text = entity.Name;
        node.ParentId = MasterId(entity);
        node.Level = parent.Level + 1;
        node.Path = parent.Path;
    }

    private static void MoveDescendants(SiteDbContext context, string oldPath, string newPath)
    {
        int levels = newPath.Count(x => x == ',') - oldPath.Count(x => x == ',');
        foreach (NodeRow descendant in context.Set<NodeRow>().AsTracking().Where(x => x.Path.StartsWith(oldPath + ",")).ToList())
        {
            descendant.Path = newPath + descendant.Path[oldPath.Length..];
            descendant.Level += levels;
        }
    }

    private static void Finish(SiteDbContext context, ITemplate entity, NodeRow node)
    {
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.Path = node.Path;
        if (entity is Template template)
        {
            template.ResetOriginalPath();
        }

        entity.ResetDirtyProperties();
    }

    private Template ToEntity(string alias, NodeRow node, string? masterAlias, bool isMaster)
    {
        var template = new Template(shortStringHelper, node.Text, alias);
        template.DisableChangeTracking();
        template.Id = node.Id;
        template.Key = node.UniqueId;
        template.CreateDate = template.UpdateDate = node.CreateDate;
        template.Path = node.Path;
        template.VirtualPath = $"/Views/{alias}.cshtml";
        template.IsMasterTemplate = isMaster;
        if (node.ParentId > 0)
        {
            template.MasterTemplateId = new Lazy<int>(() => node.ParentId);
            template.MasterTemplateAlias = masterAlias;
        }

        template.ResetOriginalPath();
        template.ResetDirtyProperties(false);
        template.EnableChangeTracking();
        return template;
    }
}
