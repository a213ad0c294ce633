using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Documents;

/// <summary>Pages, orderings, filters and counts of documents.</summary>
public abstract class DocumentQueryTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;
    private IContent _parent = null!;

    public async Task InitializeAsync()
    {
        _model = await DocumentModel.OfAsync(site);
        _parent = _model.SavedPage(DocumentModel.Unique("Liste"));
        (string Name, string Other, int Number)[] children = [("banane", "c", 10), ("Abricot", "B", 9), ("cerise", "a", 100)];
        foreach ((string name, string other, int number) in children)
        {
            IContent page = _model.NewPage(name, _parent.Id);
            page.SetCultureName(other, _model.OtherCulture);
            page.SetValue(DocumentModel.Title, $"t{other}", _model.OtherCulture);
            page.SetValue(DocumentModel.Number, number);
            page.SetValue(DocumentModel.Amount, number + 0.5m);
            page.SetValue(DocumentModel.Day, new DateTime(2000 + number, 1, 1));
            _model.Save(page);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string, Direction, bool, bool, string[]> Orderings => new()
    {
        { "name", Direction.Ascending, false, false, ["Abricot", "banane", "cerise"] },
        { "Name", Direction.Descending, false, false, ["cerise", "banane", "Abricot"] },
        { "name", Direction.Ascending, true, false, ["cerise", "Abricot", "banane"] },
        { "sortOrder", Direction.Ascending, false, false, ["banane", "Abricot", "cerise"] },
        { "createDate", Direction.Ascending, false, false, ["banane", "Abricot", "cerise"] },
        { DocumentModel.Number, Direction.Ascending, false, true, ["Abricot", "banane", "cerise"] },
        { DocumentModel.Amount, Direction.Ascending, false, true, ["Abricot", "banane", "cerise"] },
        { DocumentModel.Day, Direction.Descending, false, true, ["cerise", "banane", "Abricot"] },
        { DocumentModel.Title, Direction.Ascending, true, true, ["cerise", "Abricot", "banane"] },
    };

    [Theory]
    [MemberData(nameof(Orderings))]
    public void A_page_is_ordered_as_asked(string field, Direction direction, bool inOtherCulture, bool isProperty, string[] expected)
    {
        var ordering = Ordering.By(field, direction, inOtherCulture ? _model.OtherCulture : null, isProperty);

        Assert.Equal(expected, Children(0, 10, out _, ordering));
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("updater")]
    [InlineData("contentTypeAlias")]
    [InlineData("published")]
    [InlineData("path")]
    [InlineData("updateDate")]
    public void The_fields_that_a_list_shows_can_be_ordered_by(string field) =>
        Assert.Equal(3, Children(0, 10, out _, Ordering.By(field)).Length);

    [Fact]
    public void An_unknown_field_is_refused() =>
        Assert.Throws<NotSupportedException>(() => Children(0, 10, out _, Ordering.By("1; DROP TABLE umbracoNode")));

    [Fact]
    public void Pages_follow_each_other_without_gap_or_overlap()
    {
        string[] first = Children(0, 2, out long total, Ordering.By("name"));
        string[] second = Children(1, 2, out _, Ordering.By("name"));

        Assert.Equal(3, total);
        Assert.Equal(["Abricot", "banane", "cerise"], first.Concat(second));
        Assert.Empty(Children(2, 2, out _, Ordering.By("name")));
    }

    [Fact]
    public void A_filter_narrows_the_page_and_its_total()
    {
        IQuery<IContent> filter = site.Get<ICoreScopeProvider>().CreateQuery<IContent>().Where(x => x.Name!.Contains("ise"));
        IContent found = Assert.Single(_model.Contents.GetPagedChildren(_parent.Id, 0, 10, out long total, null, filter, null));

        Assert.Equal(("cerise", 1), (found.Name, total));
    }

    [Fact]
    public void A_filter_on_names_ignores_case_and_wildcards_are_letters()
    {
        ICoreScopeProvider scopes = site.Get<ICoreScopeProvider>();
        Assert.Equal(["banane", "Abricot"], Found("A"));
        Assert.Equal(["Abricot"], Found("ABRI"));
        Assert.Empty(Found("%"));
        Assert.Empty(Found("_"));
        Assert.Equal(["Abricot"], _model.Contents
            .GetPagedChildren(_parent.Id, 0, 10, out _, null, scopes.CreateQuery<IContent>().Where(x => x.Name == "abricot"), null)
            .Select(x => x.Name));

        IEnumerable<string?> Found(string text) => _model.Contents
            .GetPagedChildren(_parent.Id, 0, 10, out _, null, scopes.CreateQuery<IContent>().Where(x => x.Name!.Contains(text)), Ordering.By("sortOrder"))
            .Select(x => x.Name);
    }

    [Fact]
    public void Where_the_name_in_a_culture_is_missing_the_default_one_is_ordered_by()
    {
        var only = new Umbraco.Cms.Core.Models.Content(null, _parent.Id, _model.Page);
        only.SetCultureName("bb", _model.DefaultCulture);
        _model.Save(only);

        Assert.Equal(["cerise", "Abricot", "bb", "banane"], Children(0, 10, out _, Ordering.By("name", Direction.Ascending, _model.OtherCulture)));
        Assert.Equal(["bb", "cerise", "Abricot", "banane"], Children(0, 10, out _, Ordering.By(DocumentModel.Title, Direction.Ascending, _model.OtherCulture, true)).OrderBy(x => x != "bb"));
    }

    [Fact]
    public void Fields_of_the_system_order_by_what_they_say()
    {
        IContent[] children = [.. _model.Contents.GetPagedChildren(_parent.Id, 0, 10, out _, null, null, Ordering.By("sortOrder"))];
        _model.Publish(_model.Reload(_parent));
        _model.Publish(children[1]);
        children[0].SetValue(DocumentModel.Number, 11);
        _model.Save(children[0]);

        Assert.Equal("Abricot", Children(0, 10, out _, Ordering.By("published", Direction.Descending))[0]);
        Assert.Equal("banane", Children(0, 10, out _, Ordering.By("updateDate", Direction.Descending))[0]);
        Assert.Equal(children.OrderBy(x => x.Id).Select(x => x.Name), Children(0, 10, out _, Ordering.By("id")));
        Assert.Equal(["cerise", "Abricot", "banane"], Children(0, 10, out _, Ordering.By("path", Direction.Descending)));
        _model.SavedNote("aaa", _parent.Id);
        Assert.Equal("aaa", Children(0, 10, out _, Ordering.By("contentTypeAlias"))[0]);
    }

    [Fact]
    public void A_page_may_leave_values_out()
    {
        IContent child = _model.Contents.GetPagedChildren(_parent.Id, 0, 1, out _, [DocumentModel.Number], null, null).Single();

        Assert.Equal(10, child.GetValue(DocumentModel.Number));
        Assert.Null(child.GetValue(DocumentModel.Amount));
    }

    [Fact]
    public void Counts_tell_types_and_levels_apart()
    {
        _model.SavedNote("note", _parent.Id);

        Assert.Equal(4, _model.Contents.CountChildren(_parent.Id));
        Assert.Equal(3, _model.Contents.CountChildren(_parent.Id, _model.Page.Alias));
        Assert.Equal(1, _model.Contents.CountDescendants(_parent.Id, "CONTRACTNOTE"));
        Assert.Equal(0, _model.Contents.CountDescendants(int.MaxValue));
    }

    [Fact]
    public void Documents_of_a_type_are_found_wherever_they_are()
    {
        IQuery<IContent> below = site.Get<ICoreScopeProvider>().CreateQuery<IContent>().Where(x => x.Path.StartsWith(_parent.Path + ","));

        Assert.Equal(3, _model.Contents.GetPagedOfType(_model.Page.Id, 0, 10, out long total, below).Count());
        Assert.Equal(3, total);
    }

    [Fact]
    public void Permissions_on_a_document_are_kept_by_group()
    {
        IUserGroup group = site.InScope(() => site.Get<IUserGroupRepository>().GetMany().First());
        _model.Contents.SetPermission(_parent, "Umb.Document.Read", [group.Id]);
        _model.Contents.SetPermission(_parent, "Umb.Document.Update", [group.Id]);
        EntityPermission assigned = Assert.Single(_model.Contents.GetPermissions(_parent));
        Assert.Equal(["Umb.Document.Read", "Umb.Document.Update"], assigned.AssignedPermissions.Order());

        var none = new EntityPermission(group.Id, _parent.Id, new HashSet<string>());
        _model.Contents.SetPermissions(new EntityPermissionSet(_parent.Id, new EntityPermissionCollection([none])));
        Assert.Empty(Assert.Single(_model.Contents.GetPermissions(_parent)).AssignedPermissions);
    }

    [Fact]
    public void A_blueprint_is_no_document()
    {
        IContent blueprint = _model.NewPage(DocumentModel.Unique("Modèle"));
        _model.Contents.SaveBlueprint(blueprint, null);

        Assert.True(_model.Contents.GetBlueprintById(blueprint.Id)!.Blueprint);
        Assert.Null(_model.Contents.GetById(blueprint.Id));
        Assert.Null(_model.Contents.GetById(blueprint.Key));
        _model.Contents.DeleteBlueprint(blueprint);
        Assert.Null(_model.Contents.GetBlueprintById(blueprint.Key));
    }

    private string[] Children(long page, int size, out long total, Ordering ordering) =>
        [.. _model.Contents.GetPagedChildren(_parent.Id, page, size, out total, null, null, ordering).Select(x => x.Name!)];

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentQueryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentQueryTests(site), IClassFixture<PostgresSiteFixture>;
}
