using System.Text.Json;
using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Tests.Contract.Relations;

/// <summary>What documents and media refer to, in pickers, links, rich texts and blocks, through all that editors do.</summary>
public abstract class DocumentReferenceTests(SiteFixture site) : IAsyncLifetime
{
    private const string Image = "image";
    private const string Links = "links";
    private const string Text = "text";
    private const string Blocks = "blocks";

    private DocumentModel _model = null!;
    private IContentType _type = null!;
    private IContentType _element = null!;
    private IContent _page = null!;
    private IMedia _media = null!;

    private ITrackedReferencesService References => site.Get<ITrackedReferencesService>();

    public async Task InitializeAsync()
    {
        _model = await DocumentModel.OfAsync(site);
        IContentTypeService types = site.Get<IContentTypeService>();
        _element = types.Get("contractReferringBlock") ?? await CreateElementAsync();
        _type = types.Get("contractReferring") ?? await CreateTypeAsync();
        _page = _model.SavedPage(DocumentModel.Unique("Visée"));
        _media = site.Get<IMediaService>().CreateMedia(DocumentModel.Unique("Image"), Constants.System.Root, Constants.Conventions.MediaTypes.Folder);
        Assert.True(site.Get<IMediaService>().Save(_media).Success);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string> Places => ["picker", "link", "rich text link", "rich text image", "block", "block in a rich text"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task What_a_value_refers_to_is_told_wherever_it_stands(string place)
    {
        (string alias, string value, Guid target) = Reference(place);
        IContent document = DocumentModel.New(_type, DocumentModel.Unique("Renvoi"));
        document.SetValue(alias, value);
        _model.Save(document);
        Assert.Equal([document.Key], await ReferrersAsync(target));

        document = _model.Reload(document);
        document.SetValue(alias, null);
        _model.Save(document);
        Assert.Empty(await ReferrersAsync(target));
    }

    [Fact]
    public async Task What_is_still_published_is_told_though_the_draft_has_dropped_it()
    {
        IContent document = Saved("picker");
        _model.Publish(document);
        document = _model.Reload(document);
        document.SetValue(Image, null);
        _model.Save(document);
        Assert.Equal([document.Key], await ReferrersAsync(_media.Key));

        Assert.True(_model.Contents.Unpublish(_model.Reload(document)).Success);
        Assert.Empty(await ReferrersAsync(_media.Key));
    }

    [Fact]
    public async Task Publishing_what_refers_no_longer_ends_the_reference()
    {
        IContent document = Saved("picker");
        _model.Publish(document);
        document = _model.Reload(document);
        document.SetValue(Image, null);
        _model.Save(document);

        _model.Publish(_model.Reload(document));

        Assert.Empty(await ReferrersAsync(_media.Key));
    }

    [Fact]
    public async Task Both_ends_keep_their_references_through_moves_and_the_bin()
    {
        IContent parent = _model.SavedNote(DocumentModel.Unique("Parent"));
        IContent document = Saved("link");
        _model.Contents.Move(_model.Reload(document), parent.Id);
        Assert.Equal([document.Key], await ReferrersAsync(_page.Key));

        _model.Contents.MoveToRecycleBin(_model.Reload(_page));
        Assert.Equal([document.Key], await ReferrersAsync(_page.Key));
        Assert.Contains(document.Key, (await References.GetPagedRelationsForRecycleBinAsync(UmbracoObjectTypes.Document, 0, 100, true)).Items.Select(x => x.NodeKey));

        _model.Contents.MoveToRecycleBin(_model.Reload(parent));
        Assert.Equal([document.Key], await ReferrersAsync(_page.Key));
    }

    [Fact]
    public async Task A_deleted_document_refers_to_nothing_and_is_referred_to_by_nothing()
    {
        IContent document = Saved("link");
        _model.Contents.Delete(_model.Reload(document));
        Assert.Empty(await ReferrersAsync(_page.Key));

        IContent other = Saved("link");
        _model.Contents.Delete(_model.Reload(_page));
        Assert.Empty(site.Get<IRelationService>().GetByParentId(other.Id)!);

        // The value still names what is gone; that is no reference.
        other = _model.Reload(other);
        other.SetValue(Text, "Autre");
        _model.Save(other);
        Assert.Empty(site.Get<IRelationService>().GetByParentId(other.Id)!);
    }

    [Fact]
    public async Task A_copy_refers_to_the_same()
    {
        IContent document = Saved("block");

        IContent copy = _model.Contents.Copy(_model.Reload(document), Constants.System.Root, relateToOriginal: false)!;

        Assert.Equal(new[] { document.Key, copy.Key }, await ReferrersAsync(_media.Key));
    }

    [Fact]
    public async Task A_rollback_brings_references_back()
    {
        IContent document = Saved("picker");
        _model.Publish(document);
        int version = document.PublishedVersionId;
        document = _model.Reload(document);
        document.SetValue(Image, null);
        _model.Save(document);
        _model.Publish(_model.Reload(document));
        Assert.Empty(await ReferrersAsync(_media.Key));

        Assert.True(_model.Contents.Rollback(document.Id, version).Success);

        Assert.Equal([document.Key], await ReferrersAsync(_media.Key));
    }

    [Fact]
    public async Task References_to_what_is_below_are_told_before_a_branch_is_deleted()
    {
        IContent child = _model.SavedPage("Dessous", _page.Id);
        IContent document = DocumentModel.New(_type, DocumentModel.Unique("Renvoi"));
        document.SetValue(Links, Link(child));
        _model.Save(document);

        Attempt<PagedModel<RelationItemModel>, Umbraco.Cms.Core.Services.OperationStatus.GetReferencesOperationStatus> below =
            await References.GetPagedDescendantsInReferencesAsync(_page.Key, UmbracoObjectTypes.Document, 0, 10, true);
        Assert.Equal([child.Key], below.Result.Items.Select(x => x.NodeKey));
        Assert.Equal([child.Key], (await References.GetPagedItemsWithRelationsAsync(new HashSet<Guid> { _page.Key, child.Key }, 0, 10, true)).Items.Select(x => x.NodeKey));
        Assert.Equal(
            [child.Key],
            (await References.GetPagedKeysWithDependentReferencesAsync(new HashSet<Guid> { _page.Key, child.Key }, Constants.ObjectTypes.Document, 0, 10)).Items);
    }

    [Fact]
    public async Task A_reference_is_told_as_editors_need_to_see_it()
    {
        IContent document = Saved("picker");
        _model.Publish(document);

        RelationItemModel item = Assert.Single(await ItemsAsync(_media.Key));

        Assert.Equal((document.Key, document.Name, "document", (bool?)true), (item.NodeKey, item.NodeName, item.NodeType, item.NodePublished));
        Assert.Equal((_type.Key, _type.Alias, _type.Name), (item.ContentTypeKey, item.ContentTypeAlias, item.ContentTypeName));
        Assert.True(item.RelationTypeIsDependency);
    }

    private (string Alias, string Value, Guid Target) Reference(string place) => place switch
    {
        "picker" => (Image, Picked(_media), _media.Key),
        "link" => (Links, Link(_page), _page.Key),
        "rich text link" => (Text, RichText($$"""<p><a type="document" href="/{localLink:{{_page.Key}}}">là</a></p>"""), _page.Key),
        "rich text image" => (Text, RichText($"""<p><img data-udi="{_media.GetUdi()}" src="/media/x.png" alt="" /></p>"""), _media.Key),
        "block" => (Blocks, BlockValue("Umbraco.BlockList"), _media.Key),
        _ => (Text, RichText("<p>Avec bloc</p>", BlockValue("Umbraco.RichText")), _media.Key),
    };

    private static string Picked(IMedia media) => JsonSerializer.Serialize(new[] { new { key = Guid.NewGuid(), mediaKey = media.Key } });

    private static string Link(IContent target) => JsonSerializer.Serialize(new[] { new { name = "Lien", udi = target.GetUdi().ToString() } });

    private static string RichText(string markup, string blocks = "null") => $$$"""{"markup":{{{JsonSerializer.Serialize(markup)}}},"blocks":{{{blocks}}}}""";

    private string BlockValue(string editorAlias)
    {
        var key = Guid.NewGuid();
        return $$$"""
            {"contentData":[{"contentTypeKey":"{{{_element.Key}}}","key":"{{{key}}}","values":[{"alias":"{{{Image}}}","culture":null,"segment":null,"value":{{{Picked(_media)}}}}]}],
            "settingsData":[],"expose":[{"contentKey":"{{{key}}}","culture":null,"segment":null}],
            "layout":{"{{{editorAlias}}}":[{"contentKey":"{{{key}}}","settingsKey":null}]}}
            """;
    }

    private IContent Saved(string place)
    {
        (string alias, string value, _) = Reference(place);
        IContent document = DocumentModel.New(_type, DocumentModel.Unique("Renvoi"));
        document.SetValue(alias, value);
        _model.Save(document);
        return document;
    }

    private async Task<IEnumerable<Guid>> ReferrersAsync(Guid key) => (await ItemsAsync(key)).Select(x => x.NodeKey);

    private async Task<IEnumerable<RelationItemModel>> ItemsAsync(Guid key)
    {
        UmbracoObjectTypes kind = key == _media.Key ? UmbracoObjectTypes.Media : UmbracoObjectTypes.Document;
        Attempt<PagedModel<RelationItemModel>, Umbraco.Cms.Core.Services.OperationStatus.GetReferencesOperationStatus> found =
            await References.GetPagedRelationsForItemAsync(key, kind, 0, 100, filterMustBeIsDependency: true);
        Assert.True(found.Success, found.Status.ToString());
        return found.Result.Items;
    }

    private async Task<IContentType> CreateElementAsync()
    {
        var element = new ContentType(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = "contractReferringBlock", Name = "Contract block", IsElement = true };
        element.AddProperty(site, Image, await site.DataTypeAsync(Constants.PropertyEditors.Aliases.MediaPicker3, ValueStorageType.Ntext));
        return await site.SaveAsync(element);
    }

    private async Task<IContentType> CreateTypeAsync()
    {
        var type = new ContentType(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = "contractReferring", Name = "Contract referring", AllowedAsRoot = true };
        type.AddProperty(site, Image, await site.DataTypeAsync(Constants.PropertyEditors.Aliases.MediaPicker3, ValueStorageType.Ntext));
        type.AddProperty(site, Links, await site.DataTypeAsync(Constants.PropertyEditors.Aliases.MultiUrlPicker, ValueStorageType.Ntext));
        type.AddProperty(site, Text, await site.DataTypeAsync(Constants.PropertyEditors.Aliases.RichText, ValueStorageType.Ntext, new Dictionary<string, object>
        {
            ["blocks"] = new[] { new RichTextConfiguration.RichTextBlockConfiguration { ContentElementTypeKey = _element.Key } },
        }));
        type.AddProperty(site, Blocks, await site.DataTypeAsync(Constants.PropertyEditors.Aliases.BlockList, ValueStorageType.Ntext, new Dictionary<string, object>
        {
            ["blocks"] = new[] { new BlockListConfiguration.BlockConfiguration { ContentElementTypeKey = _element.Key } },
        }));
        return await site.SaveAsync(type);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentReferenceTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentReferenceTests(site), IClassFixture<PostgresSiteFixture>;
}
