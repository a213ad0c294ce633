using Site.Core.Persistence.Install;
using Site.Tests.Contract.ContentTypes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Install;

/// <summary>What a new site has before anybody has made anything: what a stock Umbraco has, under the same keys.</summary>
public abstract class StockSchemaTests(SiteFixture site)
{
    [Fact]
    public async Task Every_stock_data_type_has_an_editor_that_accepts_its_configuration()
    {
        IDataTypeService service = site.Get<IDataTypeService>();
        foreach (StockDataType stock in StockDataType.All)
        {
            IDataType? dataType = await service.GetAsync(new Guid(stock.Key));
            Assert.Equal((stock.Id, stock.Name, stock.EditorAlias), (dataType!.Id, dataType.Name, dataType.EditorAlias));
            Assert.IsNotType<MissingPropertyEditor>(dataType.Editor);
            Assert.Empty(service.ValidateConfigurationData(dataType));
            Assert.NotNull(dataType.ConfigurationObject);
        }
    }

    [Theory]
    [InlineData(Constants.Conventions.MediaTypes.Image, Constants.MediaTypes.Guids.Image, "umbracoFile,umbracoWidth,umbracoHeight,umbracoBytes,umbracoExtension")]
    [InlineData(Constants.Conventions.MediaTypes.File, Constants.MediaTypes.Guids.File, "umbracoFile,umbracoExtension,umbracoBytes")]
    [InlineData(Constants.Conventions.MediaTypes.VideoAlias, Constants.MediaTypes.Guids.Video, "umbracoFile,umbracoExtension,umbracoBytes")]
    [InlineData(Constants.Conventions.MediaTypes.AudioAlias, Constants.MediaTypes.Guids.Audio, "umbracoFile,umbracoExtension,umbracoBytes")]
    [InlineData(Constants.Conventions.MediaTypes.ArticleAlias, Constants.MediaTypes.Guids.Article, "umbracoFile,umbracoExtension,umbracoBytes")]
    [InlineData(Constants.Conventions.MediaTypes.VectorGraphicsAlias, Constants.MediaTypes.Guids.Svg, "umbracoFile,umbracoWidth,umbracoHeight,umbracoExtension,umbracoBytes")]
    [InlineData(Constants.Conventions.MediaTypes.Folder, Constants.MediaTypes.Guids.Folder, "")]
    public void Every_stock_media_type_is_there(string alias, string key, string properties)
    {
        IMediaType type = site.Get<IMediaTypeService>().Get(alias)!;
        Assert.Equal(new Guid(key), type.Key);
        Assert.True(type.AllowedAsRoot);
        Assert.Equal(properties, string.Join(',', type.PropertyTypes.OrderBy(x => x.SortOrder).Select(x => x.Alias)));
    }

    [Fact]
    public void Stock_properties_have_the_keys_that_files_of_other_sites_name()
    {
        IMediaType image = site.Get<IMediaTypeService>().Get(Constants.Conventions.MediaTypes.Image)!;
        Assert.Equal(new Guid("79ed4d07-254a-42cf-8fa9-ebe1c116a596"), image.PropertyGroups["image"].Key);
        Assert.Equal(new Guid("00000006-0000-0000-0000-000000000000"), image.PropertyTypes.Single(x => x.Alias == Constants.Conventions.Media.File).Key);
        Assert.True(image.PropertyTypes.Single(x => x.Alias == Constants.Conventions.Media.File).Mandatory);
    }

    [Fact]
    public void A_folder_holds_every_stock_media_type()
    {
        IMediaType folder = site.Get<IMediaTypeService>().Get(Constants.Conventions.MediaTypes.Folder)!;
        Assert.Equal(StockMediaType.All.Select(x => x.Alias), folder.AllowedContentTypes!.OrderBy(x => x.SortOrder).Select(x => x.Alias));
        Assert.Equal(Constants.DataTypes.Guids.ListViewMediaGuid, folder.ListView);
    }

    [Fact]
    public async Task French_is_the_first_language()
    {
        ILanguage language = (await site.Get<ILanguageService>().GetDefaultLanguageAsync())!;
        Assert.Equal(("fr", true, true), (language.IsoCode, language.IsDefault, language.IsMandatory));
    }

    [Fact]
    public async Task Ids_that_the_database_gives_never_meet_those_of_the_stock()
    {
        IDataType dataType = await new SchemaModel(site).TextBoxAsync();
        Assert.True(dataType.Id > StockDataType.All.Max(x => x.Id));
    }

    [Fact]
    public void Installing_again_changes_nothing()
    {
        int before = site.Get<IMediaTypeService>().Count();
        site.Get<StockSchemaInstaller>().Install();
        Assert.Equal(before, site.Get<IMediaTypeService>().Count());
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : StockSchemaTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : StockSchemaTests(site), IClassFixture<PostgresSiteFixture>;
}
