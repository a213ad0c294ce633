using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Persistence.Install;

/// <summary>
/// Puts the data types and media types that every Umbraco site has into a new database, under Umbraco's fixed ids and keys, and the default
/// language, French.
/// </summary>
/// <remarks>It writes rows, because services and repositories give new ids. A database that has data types already is left alone.</remarks>
internal sealed class StockSchemaInstaller(ICoreScopeProvider scopes, AmbientDbContext database)
{
    private const int FolderId = 1031;

    /// <summary>Fills a new database.</summary>
    public void Install()
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        SiteDbContext context = database.Write;
        if (!context.Set<LanguageRow>().Any())
        {
            context.Add(new LanguageRow { IsoCode = "fr", CultureName = "Français", IsDefault = true, IsMandatory = true });
        }

        if (!context.Set<DataTypeRow>().Any())
        {
            InstallDataTypes(context);
            InstallMediaTypes(context);
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
        scope.Complete();
    }

    private static void InstallDataTypes(SiteDbContext context)
    {
        foreach (StockDataType stock in StockDataType.All)
        {
            context.Add(Node(stock.Id, new Guid(stock.Key), stock.Name, Constants.ObjectTypes.DataType));
            context.Add(new DataTypeRow
            {
                NodeId = stock.Id,
                PropertyEditorAlias = stock.EditorAlias,
                PropertyEditorUiAlias = $"Umb.PropertyEditorUi.{stock.UiAlias}",
                DbType = stock.Storage.ToString(),
                Config = stock.Config,
            });
        }

        context.SaveChanges();
    }

    private static void InstallMediaTypes(SiteDbContext context)
    {
        var dataTypes = StockDataType.All.ToDictionary(x => x.Key, x => x.Id);
        foreach (StockMediaType stock in StockMediaType.All)
        {
            context.Add(Node(stock.Id, new Guid(stock.Key), stock.Name, Constants.ObjectTypes.MediaType));
            context.Add(new ContentTypeRow
            {
                NodeId = stock.Id,
                Alias = stock.Alias,
                Icon = stock.Icon,
                Thumbnail = stock.Icon,
                AllowAtRoot = true,
                ListView = stock.Id == FolderId ? Constants.DataTypes.Guids.ListViewMediaGuid : null,
            });
            context.SaveChanges();
            InstallProperties(context, stock, dataTypes);
        }

        context.AddRange(StockMediaType.All.Select((x, index) =>
            new AllowedContentTypeRow { ContentTypeId = FolderId, AllowedContentTypeId = x.Id, SortOrder = index }));
    }

    private static void InstallProperties(SiteDbContext context, StockMediaType stock, Dictionary<string, int> dataTypes)
    {
        if (stock.Group is null)
        {
            return;
        }

        var group = new PropertyGroupRow
        {
            UniqueId = new Guid(stock.Group.Key),
            ContentTypeNodeId = stock.Id,
            Text = stock.Group.Name,
            Alias = stock.Group.Alias,
            SortOrder = 1,
        };
        context.Add(group);
        context.SaveChanges();
        context.AddRange(stock.Group.Properties.Select((x, index) => new PropertyTypeRow
        {
            UniqueId = new Guid(x.Key),
            ContentTypeId = stock.Id,
            DataTypeId = dataTypes[x.DataType],
            PropertyTypeGroupId = group.Id,
            Alias = x.Alias,
            Name = x.Name,
            SortOrder = index,
            Mandatory = x.Mandatory,
        }));
        context.SaveChanges();
    }

    private static NodeRow Node(int id, Guid key, string name, Guid objectType) => new()
    {
        Id = id,
        UniqueId = key,
        ParentId = Constants.System.Root,
        Level = 1,
        Path = $"{Constants.System.RootString},{id}",
        Text = name,
        NodeObjectType = objectType,
        NodeUser = UserRow.SuperUserId,
        CreateDate = DateTime.UtcNow,
    };
}
