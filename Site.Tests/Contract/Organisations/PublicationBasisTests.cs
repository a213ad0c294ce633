using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Organisations;

/// <summary>A person is published only with a basis, whichever way it is asked.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PublicationBasisTests(SqliteSiteFixture site) : IClassFixture<SqliteSiteFixture>
{
    [Theory]
    [InlineData("""["consentement"]""", "2024-05-01", null)]
    [InlineData("""["rapport publié"]""", null, "Rapport annuel 2020")]
    public async Task With_a_basis_a_person_is_published(string basis, string? consentDate, string? reportTitle)
    {
        PublishResult result = await PublishAsync(basis, consentDate, reportTitle);

        Assert.True(result.Success, result.Result.ToString());
    }

    [Theory]
    [InlineData(null, null, null, "choisissez la base de publication")]
    [InlineData("[]", "2024-05-01", "Rapport annuel 2020", "choisissez la base de publication")]
    [InlineData("""["consentement"]""", null, "Rapport annuel 2020", "date du consentement")]
    [InlineData("""["rapport publié"]""", "2024-05-01", " ", "titre du rapport")]
    public async Task Without_one_it_stays_a_draft_and_the_officer_reads_why(string? basis, string? consentDate, string? reportTitle, string reason)
    {
        PublishResult result = await PublishAsync(basis, consentDate, reportTitle);

        Assert.Equal(PublishResultType.FailedPublishCancelledByEvent, result.Result);
        Assert.Contains(result.EventMessages!.GetAll(), x => x.Message.Contains(reason, StringComparison.Ordinal));
        Assert.False(site.Get<IContentService>().GetById(result.Content.Key)!.Published);
    }

    private async Task<PublishResult> PublishAsync(string? basis, string? consentDate, string? reportTitle)
    {
        IContentService contents = site.Get<IContentService>();
        var person = new Content("Aminata", Constants.System.Root, await PersonTypeAsync());
        person.SetValue("publicationBasis", basis);
        person.SetValue("consentDate", consentDate);
        person.SetValue("reportTitle", reportTitle);
        contents.Save(person);
        return contents.Publish(person, ["*"]);
    }

    private async Task<IContentType> PersonTypeAsync()
    {
        IContentTypeService types = site.Get<IContentTypeService>();
        if (types.Get("person") is { } existing)
        {
            return existing;
        }

        IShortStringHelper strings = site.Get<IShortStringHelper>();
        var type = new ContentType(strings, Constants.System.Root) { Alias = "person", Name = "Personne" };
        foreach (string alias in (string[])["publicationBasis", "consentDate", "reportTitle"])
        {
            type.AddPropertyType(new PropertyType(strings, Constants.PropertyEditors.Aliases.TextBox, ValueStorageType.Nvarchar, alias)
            {
                Name = alias,
                DataTypeKey = Constants.DataTypes.Guids.TextstringGuid,
            });
        }

        await types.CreateAsync(type, Constants.Security.SuperUserKey);
        return types.Get("person")!;
    }
}
