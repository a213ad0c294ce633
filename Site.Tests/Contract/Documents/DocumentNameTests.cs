using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Contract.Documents;

/// <summary>No two siblings have one name, in any culture, whatever brought them together.</summary>
public abstract class DocumentNameTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;
    private IContent _folder = null!;

    public async Task InitializeAsync()
    {
        _model = await DocumentModel.OfAsync(site);
        _folder = _model.SavedPage(DocumentModel.Unique("Dossier"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void A_copy_beside_its_original_is_numbered_in_every_culture()
    {
        IContent page = _model.SavedPage("Rapport", _folder.Id);

        IContent copy = _model.Reload(_model.Contents.Copy(_model.Reload(page), _folder.Id, relateToOriginal: false)!);

        Assert.Equal(("Rapport (1)", $"Rapport {_model.OtherCulture} (1)"), Names(copy));
        Assert.Equal(("Rapport", $"Rapport {_model.OtherCulture}"), Names(_model.Reload(page)));
    }

    [Fact]
    public void A_move_is_numbered_only_in_the_culture_whose_name_is_taken()
    {
        IContent page = _model.SavedPage("Libre", _model.SavedPage(DocumentModel.Unique("Ailleurs")).Id);
        IContent other = _model.NewPage("Tout autre", _folder.Id);
        other.SetCultureName($"Libre {_model.OtherCulture}", _model.OtherCulture);
        _model.Save(other);

        Assert.True(_model.Contents.Move(_model.Reload(page), _folder.Id).Success);

        Assert.Equal(("Libre", $"Libre {_model.OtherCulture} (1)"), Names(_model.Reload(page)));
    }

    [Fact]
    public void What_comes_back_from_the_bin_finds_its_name_taken()
    {
        IContent page = _model.SavedPage("Place", _folder.Id);
        _model.Contents.MoveToRecycleBin(_model.Reload(page));
        IContent successor = _model.SavedPage("Place", _folder.Id);
        Assert.Equal("Place", successor.Name);

        Assert.True(_model.Contents.Move(_model.Reload(page), _folder.Id).Success);

        Assert.Equal("Place (1)", Names(_model.Reload(page)).Default);
        Assert.Equal("Place", Names(_model.Reload(successor)).Default);
    }

    [Fact]
    public void Case_does_not_tell_names_apart_and_accents_do()
    {
        _model.SavedNote("École", _folder.Id);

        Assert.Equal("ÉCOLE (1)", _model.SavedNote("ÉCOLE", _folder.Id).Name);
        Assert.Equal("Ecole", _model.SavedNote("Ecole", _folder.Id).Name);
    }

    [Theory]
    [InlineData("Éco_l% [a-z] (été)", "éCO_L% [A-Z] (ÉTÉ)")]
    [InlineData("Paix \U0001F54A au Mali", "PAIX \U0001F54A AU MALI")]
    public void Signs_that_mean_something_to_a_database_are_letters_like_others(string taken, string name)
    {
        _model.SavedNote(taken, _folder.Id);

        Assert.Equal($"{name} (1)", _model.SavedNote(name, _folder.Id).Name);
        Assert.Equal(name[..^1] + "x", _model.SavedNote(name[..^1] + "x", _folder.Id).Name);
    }

    [Fact]
    public void A_rename_to_a_taken_name_is_numbered_and_one_to_its_own_is_not()
    {
        _model.SavedNote("Pris", _folder.Id);
        IContent note = _model.SavedNote("Autre", _folder.Id);
        note.Name = "Pris";
        _model.Save(note);
        Assert.Equal("Pris (1)", _model.Reload(note).Name);

        note.Name = "pris (1)";
        _model.Save(note);
        Assert.Equal("pris (1)", _model.Reload(note).Name);
    }

    [Fact]
    public void The_lowest_free_number_is_taken()
    {
        IContent[] notes = [.. Enumerable.Range(0, 3).Select(_ => _model.SavedNote("Note", _folder.Id))];
        Assert.Equal(["Note", "Note (1)", "Note (2)"], notes.Select(x => x.Name));
        _model.Contents.Delete(_model.Reload(notes[1]));

        Assert.Equal("Note (1)", _model.SavedNote("Note", _folder.Id).Name);
    }

    [Fact]
    public void The_longest_name_is_shortened_to_make_room_for_its_number()
    {
        string longest = new('n', 255);
        _model.SavedNote(longest, _folder.Id);

        Assert.Equal(new string('n', 251) + " (1)", _model.Reload(_model.SavedNote(longest, _folder.Id)).Name);
        Assert.Equal(new string('n', 251) + " (2)", _model.Reload(_model.SavedNote(longest, _folder.Id)).Name);
    }

    [Fact]
    public void A_published_document_that_is_numbered_by_a_move_says_that_its_draft_differs()
    {
        IContent page = _model.SavedPage("Doublon", _model.SavedPage(DocumentModel.Unique("Ailleurs")).Id);
        _model.Publish(_model.Reload(_model.Contents.GetParent(page)!));
        _model.Publish(_model.Reload(_folder));
        _model.Publish(page);
        _model.SavedPage("Doublon", _folder.Id);

        _model.Contents.Move(_model.Reload(page), _folder.Id);

        IContent moved = _model.Reload(page);
        Assert.Equal(("Doublon (1)", "Doublon"), (moved.GetCultureName(_model.DefaultCulture), moved.GetPublishName(_model.DefaultCulture)));
        Assert.Equal(new[] { _model.DefaultCulture, _model.OtherCulture }.Order(), moved.EditedCultures!.Order());
    }

    [Fact]
    public void A_name_in_one_culture_does_not_take_it_in_another()
    {
        IContent first = _model.NewPage("Radio", _folder.Id);
        first.SetCultureName("Radio", _model.OtherCulture);
        _model.Save(first);
        IContent second = _model.NewPage("Presse", _folder.Id);
        second.SetCultureName("Radio", _model.OtherCulture);
        _model.Save(second);

        Assert.Equal(("Radio", "Radio"), Names(_model.Reload(first)));
        Assert.Equal(("Presse", "Radio (1)"), Names(_model.Reload(second)));
    }

    private (string? Default, string? Other) Names(IContent content) =>
        (content.GetCultureName(_model.DefaultCulture), content.GetCultureName(_model.OtherCulture));

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentNameTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentNameTests(site), IClassFixture<PostgresSiteFixture>;
}
