using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Site.Core.Persistence;
using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Documents;

/// <summary>Publishing, trashing and deleting documents with what is below them.</summary>
public abstract class DocumentBranchTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;
    private IContent _top = null!;
    private IContent _edited = null!;
    private IContent _draft = null!;
    private IContent _below = null!;

    /// <summary>A published top with a published child that was edited since, and an unpublished one that has a child.</summary>
    public async Task InitializeAsync()
    {
        _model = await DocumentModel.OfAsync(site);
        _top = _model.SavedPage(DocumentModel.Unique("Haut"));
        _model.Publish(_top);
        _edited = _model.SavedPage("Retouché", _top.Id);
        _model.Publish(_edited);
        _edited.SetValue(DocumentModel.Title, "retouché", _model.DefaultCulture);
        _model.Save(_edited);
        _draft = _model.SavedPage("Brouillon", _top.Id);
        _below = _model.SavedPage("Dessous", _draft.Id);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(PublishBranchFilter.Default, false)]
    [InlineData(PublishBranchFilter.IncludeUnpublished, true)]
    [InlineData(PublishBranchFilter.ForceRepublish, false)]
    [InlineData(PublishBranchFilter.All, true)]
    public void A_branch_is_published_with_its_unpublished_documents_only_when_asked(PublishBranchFilter filter, bool drafts)
    {
        PublishResult[] results = [.. _model.Contents.PublishBranch(_model.Reload(_top), filter, ["*"])];

        Assert.All(results, x => Assert.True(x.Success, x.Result.ToString()));
        Assert.Equal("retouché", _model.Reload(_edited).GetValue(DocumentModel.Title, _model.DefaultCulture, published: true));
        Assert.False(_model.Reload(_edited).Edited);
        Assert.Equal((drafts, drafts), (_model.Reload(_draft).Published, _model.Reload(_below).Published));
    }

    [Fact]
    public void What_has_not_changed_is_published_again_only_by_force()
    {
        int version = _model.Reload(_top).PublishedVersionId;
        _ = _model.Contents.PublishBranch(_model.Reload(_top), PublishBranchFilter.IncludeUnpublished, ["*"]).ToArray();
        Assert.Equal(version, _model.Reload(_top).PublishedVersionId);

        _ = _model.Contents.PublishBranch(_model.Reload(_top), PublishBranchFilter.ForceRepublish, ["*"]).ToArray();
        Assert.NotEqual(version, _model.Reload(_top).PublishedVersionId);
    }

    [Fact]
    public void A_branch_is_published_in_one_culture()
    {
        _ = _model.Contents.PublishBranch(_model.Reload(_top), PublishBranchFilter.All, [_model.DefaultCulture]).ToArray();

        Assert.Equal([_model.DefaultCulture], _model.Reload(_draft).PublishedCultures);
        Assert.Equal([_model.DefaultCulture], _model.Reload(_below).PublishedCultures);
    }

    [Fact]
    public void A_published_branch_comes_back_from_the_bin_with_its_top_unpublished()
    {
        Assert.True(_model.Contents.MoveToRecycleBin(_model.Reload(_top)).Success);
        Assert.False(_model.Contents.IsPathPublished(_model.Reload(_edited)));
        Assert.Equal(0, site.InScope(() => site.Get<IDocumentRepository>().GetRecycleBin()!.Count(x => x.ParentId > 0 && !x.Trashed)));

        Assert.True(_model.Contents.Move(_model.Reload(_top), Constants.System.Root).Success);

        Assert.False(_model.Reload(_top).Published);
        Assert.True(_model.Reload(_edited).Published);
        Assert.False(_model.Contents.IsPathPublished(_model.Reload(_edited)));
        _model.Publish(_model.Reload(_top));
        Assert.True(_model.Contents.IsPathPublished(_model.Reload(_edited)));
        Assert.Equal("retouché", _model.Reload(_edited).GetValue(DocumentModel.Title, _model.DefaultCulture));
    }

    [Fact]
    public void A_document_is_taken_out_of_a_branch_that_is_in_the_bin()
    {
        _model.Contents.MoveToRecycleBin(_model.Reload(_top));

        Assert.True(_model.Contents.Move(_model.Reload(_edited), Constants.System.Root).Success);

        IContent restored = _model.Reload(_edited);
        Assert.Equal(($"-1,{restored.Id}", 1, false, false), (restored.Path, restored.Level, restored.Trashed, restored.Published));
        Assert.True(_model.Reload(_draft).Trashed);
    }

    [Fact]
    public void A_deleted_branch_leaves_no_row_that_names_it()
    {
        int[] ids = [_top.Id, _edited.Id, _draft.Id, _below.Id];
        var schedule = ContentScheduleCollection.CreateWithEntry(_model.DefaultCulture, DateTime.UtcNow.AddYears(1), null);
        _model.Contents.PersistContentSchedule(_edited, schedule);
        IUserGroup group = site.InScope(() => site.Get<IUserGroupRepository>().GetMany().First());
        _model.Contents.SetPermission(_edited, "Umb.Document.Read", [group.Id]);
        site.Get<IRelationService>().Relate(_edited.Id, _draft.Id, Constants.Conventions.RelationTypes.RelatedDocumentAlias);
        Assert.NotEmpty(Leftovers(ids));

        Assert.True(_model.Contents.Delete(_model.Reload(_top)).Success);

        Assert.Empty(Leftovers(ids));
        Assert.Empty(site.InScope(() => site.Get<AmbientDbContext>().Read.Set<Core.Persistence.Users.UserGroup2GranularPermissionRow>().Where(x => x.UniqueId == _edited.Key).ToList()));
    }

    [Fact]
    public async Task An_emptied_bin_is_empty()
    {
        _model.Contents.MoveToRecycleBin(_model.Reload(_top));
        Assert.True(_model.Contents.RecycleBinSmells());

        Assert.True((await _model.Contents.EmptyRecycleBinAsync(Constants.Security.SuperUserKey)).Success);

        Assert.False(_model.Contents.RecycleBinSmells());
        Assert.Empty(_model.Contents.GetByIds([_top.Id, _edited.Id, _draft.Id, _below.Id]));
        Assert.Empty(site.InScope(() => site.Get<AmbientDbContext>().Read.Set<NodeRow>()
            .Where(x => x.Trashed && x.NodeObjectType == Constants.ObjectTypes.Document).ToList()));
    }

    [Fact]
    public async Task The_documents_of_a_type_that_is_deleted_go_and_others_below_them_to_the_bin()
    {
        IContentType type = await site.SaveAsync(new ContentType(site.Get<IShortStringHelper>(), Constants.System.Root)
        {
            Alias = "t" + Guid.NewGuid().ToString("N"),
            Name = DocumentModel.Unique("Passager"),
            AllowedAsRoot = true,
        });
        IContent doomed = DocumentModel.New(type, DocumentModel.Unique("Condamné"));
        _model.Save(doomed);
        IContent survivor = _model.SavedPage("Survivant", doomed.Id);

        _model.Contents.DeleteOfType(type.Id);

        Assert.Null(_model.Contents.GetById(doomed.Id));
        Assert.Equal((Constants.System.RecycleBinContent, true), (_model.Reload(survivor).ParentId, _model.Reload(survivor).Trashed));
    }

    [Fact]
    public void What_is_moved_or_sorted_has_sort_orders_of_its_own()
    {
        IContent[] children = [_edited, _draft, _model.SavedPage("Troisième", _top.Id)];
        Assert.True(_model.Contents.Sort(children.Reverse().Select(x => x.Id)).Success);
        IContent other = _model.SavedPage(DocumentModel.Unique("Ailleurs"));
        _model.SavedPage("Déjà là", other.Id);
        Assert.True(_model.Contents.Move(_model.Reload(_draft), other.Id).Success);

        Assert.Equal(1, _model.Reload(_draft).SortOrder);
        IContent[] left = [.. _model.Contents.GetPagedChildren(_top.Id, 0, 10, out _, null, null, null)];
        Assert.Equal([children[2].Id, _edited.Id], left.Select(x => x.Id));
        Assert.Equal(left.Length, left.Select(x => x.SortOrder).Distinct().Count());
        Assert.Equal(left.Max(x => x.SortOrder) + 1, _model.SavedPage("Nouveau", _top.Id).SortOrder);
    }

    [Fact]
    public void Sorting_leaves_what_is_published_and_edited_as_it_was()
    {
        Assert.True(_model.Contents.Sort([_draft.Id, _edited.Id]).Success);

        IContent stored = _model.Reload(_edited);
        Assert.Equal((1, true, true), (stored.SortOrder, stored.Published, stored.Edited));
        Assert.Equal([_model.DefaultCulture], stored.EditedCultures!);
        Assert.False(_model.Reload(_draft).Published);
    }

    [Fact]
    public void A_copy_of_a_published_branch_is_a_draft_that_has_the_drafts_values()
    {
        IContent copy = _model.Contents.Copy(_model.Reload(_top), Constants.System.Root, relateToOriginal: false, recursive: true)!;

        IContent[] copies = [.. _model.Contents.GetPagedDescendants(copy.Id, 0, 10, out _).Append(_model.Reload(copy))];
        Assert.Equal(4, copies.Length);
        Assert.All(copies, x => Assert.Equal((false, 0, true), (x.Published, x.PublishedVersionId, x.Edited)));
        Assert.Contains(copies, x => x.GetValue<string>(DocumentModel.Title, _model.DefaultCulture) == "retouché");
        Assert.Equal(_model.Contents.GetPagedChildren(_top.Id, 0, 10, out _, null, null, null).Select(x => x.Name), copies.Where(x => x.ParentId == copy.Id).OrderBy(x => x.SortOrder).Select(x => x.Name));
    }

    /// <summary>The rows of any table that refer to one of the nodes by a foreign key, and the nodes themselves.</summary>
    private List<string> Leftovers(int[] ids) => site.InScope(() =>
    {
        SiteDbContext context = site.Get<AmbientDbContext>().Read;
        List<string> left = [];
        foreach (IForeignKey key in context.Model.GetEntityTypes().SelectMany(x => x.GetForeignKeys()).Where(x => x.PrincipalEntityType.ClrType == typeof(NodeRow)))
        {
            string table = key.DeclaringEntityType.GetTableName()!;
            string column = key.Properties[0].GetColumnName();
            if (key.Properties[0].ClrType is { } type && (Nullable.GetUnderlyingType(type) ?? type) == typeof(int))
            {
                string sql = $"SELECT count(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" IN ({string.Join(',', ids)})";
                int count = context.Database.SqlQueryRaw<int>(sql).Single();
                left.AddRange(count == 0 ? [] : [$"{table}.{column}: {count}"]);
            }
        }

        left.AddRange(context.Set<NodeRow>().Where(x => ids.Contains(x.Id)).Select(x => $"node {x.Id}"));
        return left;
    });

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentBranchTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentBranchTests(site), IClassFixture<PostgresSiteFixture>;
}
