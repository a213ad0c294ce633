using System.Net;
using System.Text.Json;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.DeliveryApi;

/// <summary><c>expand</c> and <c>fields</c> (specs/content-delivery-api-v2.md section 4; specs/delivery-cases.md 67 to 75).</summary>
public abstract class ExpansionTests(ReferencesSite site)
{
    private static readonly string[] _envelope = ["contentType", "name", "createDate", "updateDate", "route", "id", "properties"];
    private static readonly string[] _all = ["title", "author", "related", "image", "blocks", "text", "grid", "single"];

    [Theory]
    [InlineData("")]
    [InlineData("?expand=")]
    [InlineData("?fields=properties[$all]")]
    [InlineData("?fields=$all")]
    public async Task Case_67_a_reference_has_its_envelope_and_no_properties(string query)
    {
        JsonElement tale = await TaleAsync(query);

        Assert.Equal(_all, Names(tale.GetProperty("properties")));
        JsonElement author = tale.Property("author");
        Assert.Equal(_envelope, Names(author));
        Assert.Equal("Amadou", author.GetProperty("name").GetString());
        Assert.Empty(Names(author.GetProperty("properties")));
        Assert.Empty(Names(tale.Property("related")[0].GetProperty("properties")));
        Assert.Empty(Names(tale.Property("image")[0].GetProperty("properties")));
    }

    [Theory]
    [InlineData("properties[author]")]
    [InlineData("properties[title,author]")]
    [InlineData("properties[author,related]&expand=properties[image]")]
    public async Task Case_68_a_named_reference_has_its_properties_and_its_own_references_none(string expand)
    {
        JsonElement author = (await TaleAsync("?expand=" + expand)).Property("author");

        Assert.Equal(_envelope, Names(author));
        Assert.Equal(["name", "mentor", "picture"], Names(author.GetProperty("properties")));
        Assert.Equal("Amadou K.", author.Property("name").GetString());
        Assert.Equal("Fatoumata", author.Property("mentor").GetProperty("name").GetString());
        Assert.Empty(Names(author.Property("mentor").GetProperty("properties")));
        Assert.Empty(Names(author.Property("picture")[0].GetProperty("properties")));
    }

    [Theory]
    [InlineData("properties[$all]")]
    [InlineData("$all")]
    [InlineData("a,$all,properties[title]")]
    public async Task All_expands_every_reference_one_level(string expand)
    {
        JsonElement tale = await TaleAsync("?expand=" + expand);

        Assert.Equal("Amadou K.", tale.Property("author").Property("name").GetString());
        Assert.Equal("Amadou K.", tale.Property("related")[0].Property("name").GetString());
        Assert.Equal("The harbour", tale.Property("image")[0].Property("caption").GetString());
        Assert.Equal(["caption"], Names(tale.Property("image")[0].GetProperty("properties")));
        Assert.Empty(Names(tale.Property("author").Property("mentor").GetProperty("properties")));
        Assert.Empty(Names(InBlock(tale, "blocks").GetProperty("picker").GetProperty("properties")));
    }

    [Fact]
    public async Task Case_69_a_nested_reference_is_expanded_where_it_is_told()
    {
        JsonElement author = (await TaleAsync("?expand=properties[author[properties[picture,mentor[properties[$all]]]]]")).Property("author");

        Assert.Equal("The harbour", author.Property("picture")[0].Property("caption").GetString());
        Assert.Equal("Fatoumata D.", author.Property("mentor").Property("name").GetString());
        Assert.Equal("The harbour", author.Property("mentor").Property("picture")[0].Property("caption").GetString());
    }

    [Theory]
    [InlineData("properties[$all[properties[mentor]]]", true, true)]
    [InlineData("$all[properties[mentor]]", true, true)]
    [InlineData("properties[author[mentor]]", true, false)]
    [InlineData("properties[author[$all]]", true, true)]
    [InlineData("properties[author],properties[related]", true, false)]
    [InlineData("properties[related],properties[author]", false, false)]
    [InlineData("properties[AUTHOR]", false, false)]
    [InlineData("properties[ author]", false, false)]
    public async Task Each_level_is_looked_up_by_itself(string expand, bool author, bool mentor)
    {
        JsonElement tale = await TaleAsync("?expand=" + expand);

        Assert.Equal(author, Names(tale.Property("author").GetProperty("properties")).Length > 0);
        Assert.Equal(mentor, author && Names(tale.Property("author").Property("mentor").GetProperty("properties")).Length > 0);
    }

    [Fact]
    public async Task Case_71_elements_are_written_out_and_references_in_them_are_not()
    {
        JsonElement tale = await TaleAsync("");

        foreach (string property in (string[])["blocks", "text", "grid", "single"])
        {
            JsonElement block = InBlock(tale, property);
            Assert.Equal(["headline", "picker"], Names(block));
            Assert.Equal("Headline", block.GetProperty("headline").GetString());
            Assert.Equal("Amadou", block.GetProperty("picker").GetProperty("name").GetString());
            Assert.Empty(Names(block.GetProperty("picker").GetProperty("properties")));
            Assert.Equal("Setting", Item(tale, property).GetProperty("settings").GetProperty("properties").GetProperty("headline").GetString());
        }
    }

    [Theory]
    [InlineData("blocks")]
    [InlineData("text")]
    [InlineData("grid")]
    [InlineData("single")]
    public async Task References_in_elements_are_expanded_through_the_property_that_holds_them(string property)
    {
        JsonElement tale = await TaleAsync($"?expand=properties[{property}[properties[picker]]]");

        Assert.Equal("Amadou K.", InBlock(tale, property).GetProperty("picker").Property("name").GetString());
        Assert.Equal("Amadou K.", Item(tale, property).GetProperty("settings").GetProperty("properties").GetProperty("picker").Property("name").GetString());
        Assert.Empty(Names(tale.Property("author").GetProperty("properties")));
    }

    [Theory]
    [InlineData("properties[title]", "title")]
    [InlineData("properties[image,title]", "title", "image")]
    [InlineData("properties[nothing]")]
    [InlineData("properties")]
    [InlineData("title")]
    public async Task Case_73_fields_limit_the_properties_and_not_the_envelope(string fields, params string[] expected)
    {
        JsonElement tale = await TaleAsync("?fields=" + fields);

        Assert.Equal(expected, Names(tale.GetProperty("properties")));
        Assert.Equal([.. _envelope, "cultures"], Names(tale));
    }

    [Fact]
    public async Task Fields_limit_each_level_and_never_expand()
    {
        JsonElement limited = await TaleAsync("?fields=properties[author[properties[name]],blocks[properties[headline]]]&expand=properties[author]");
        JsonElement unexpanded = await TaleAsync("?fields=properties[author[properties[name]]]");

        Assert.Equal(["author", "blocks"], Names(limited.GetProperty("properties")));
        Assert.Equal(["name"], Names(limited.Property("author").GetProperty("properties")));
        Assert.Equal(["headline"], Names(InBlock(limited, "blocks")));
        Assert.Empty(Names(unexpanded.Property("author").GetProperty("properties")));
    }

    [Fact]
    public async Task What_is_below_a_field_without_brackets_keeps_all_its_fields() =>
        Assert.Equal(
            ["name", "mentor", "picture"],
            Names((await TaleAsync("?fields=properties[author]&expand=properties[author]")).Property("author").GetProperty("properties")));

    [Theory]
    [InlineData("expand=properties[author")]
    [InlineData("expand=[author]")]
    [InlineData("expand=properties[]")]
    [InlineData("expand=properties]author[")]
    [InlineData("expand=all")]
    [InlineData("expand=property:author")]
    [InlineData("fields=[]")]
    [InlineData("fields=properties[title")]
    [InlineData("expand=%5B%5D")]
    public async Task Case_75_what_is_malformed_or_of_another_version_is_200_as_without_it(string query)
    {
        JsonElement tale = await TaleAsync("?" + query);

        Assert.Equal(_all, Names(tale.GetProperty("properties")));
        Assert.Empty(Names(tale.Property("author").GetProperty("properties")));
    }

    [Fact]
    public async Task The_same_parts_apply_to_every_item_of_a_list()
    {
        JsonElement page = await site.JsonAsync($"{DeliverySite.Content}?filter=contentType:author&fields=properties[name,mentor]&expand=properties[mentor]&sort=name:asc&filter=name:amadou,fatoumata");
        JsonElement items = await site.JsonAsync($"{DeliverySite.Content}/items?id={site.Amadou.Key}&id={site.Tale.Key}&fields=properties[name,author]&expand=$all");

        Assert.Equal("Fatoumata D.", page.GetProperty("items")[0].Property("mentor").Property("name").GetString());
        Assert.All(page.GetProperty("items").EnumerateArray(), x => Assert.Equal(["name", "mentor"], Names(x.GetProperty("properties"))));
        Assert.Equal(["name"], Names(items[0].GetProperty("properties")));
        Assert.Equal(["author"], Names(items[1].GetProperty("properties")));
    }

    [Fact]
    public async Task Answers_with_and_without_expand_do_not_mix()
    {
        for (int i = 0; i < 3; i++)
        {
            Assert.Empty(Names((await TaleAsync("")).Property("author").GetProperty("properties")));
            Assert.Empty(Names((await TaleAsync("?expand=properties[author]")).Property("author").Property("mentor").GetProperty("properties")));
            Assert.NotEmpty(Names((await TaleAsync("?expand=properties[author[properties[mentor]]]")).Property("author").Property("mentor").GetProperty("properties")));
            Assert.Equal(["name"], Names((await TaleAsync("?expand=$all&fields=properties[author[properties[name]]]")).Property("author").GetProperty("properties")));
        }
    }

    [Fact]
    public async Task A_reference_to_a_type_that_is_not_allowed_is_not_there()
    {
        using IDisposable hidden = site.With(("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "AUTHOR"));
        foreach (string query in (string[])["", "?expand=properties[$all]", "?expand=$all[$all[$all]]"])
        {
            JsonElement tale = await TaleAsync(query);

            Assert.Equal(JsonValueKind.Null, tale.Property("author").ValueKind);
            Assert.Empty(tale.Property("related").EnumerateArray());
            Assert.Equal(JsonValueKind.Null, InBlock(tale, "blocks").GetProperty("picker").ValueKind);
            Assert.Equal(JsonValueKind.Null, InBlock(tale, "text").GetProperty("picker").ValueKind);
            Assert.DoesNotContain("Amadou", tale.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_protected_reference_keeps_its_envelope_and_shows_no_properties()
    {
        IContent guarded = site.Publish(site.Author, "Guarded", null, ("name", "Not to be read"));
        IContent story = site.PublishStory("Guarded tale", guarded);
        site.Protect(guarded);

        JsonElement item = await site.JsonAsync($"{DeliverySite.Content}/item/{story.Key}?expand=$all[$all[$all]]");

        Assert.Equal("Guarded", item.Property("author").GetProperty("name").GetString());
        Assert.Empty(Names(item.Property("author").GetProperty("properties")));
        Assert.Empty(Names(item.Property("related")[0].GetProperty("properties")));
        Assert.DoesNotContain("Not to be read", item.ToString(), StringComparison.Ordinal);
        await site.JsonAsync($"{DeliverySite.Content}/item/{guarded.Key}", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_reference_to_what_is_not_published_is_not_there()
    {
        IContent above = site.Publish(site.Page, "Above");
        IContent hidden = site.Publish(site.Author, "Hidden person", above, ("name", "Draft"));
        IContent story = site.PublishStory("Hidden tale", hidden);
        Assert.Contains("Hidden person", await TextAsync(story), StringComparison.Ordinal);

        Assert.True(site.Contents.Unpublish(site.Contents.GetById(above.Key)!).Success);
        Assert.DoesNotContain("Hidden person", await TextAsync(story), StringComparison.Ordinal);

        site.Publish(site.Contents.GetById(above.Key)!);
        Assert.Contains("Hidden person", await TextAsync(story), StringComparison.Ordinal);

        Assert.True(site.Contents.MoveToRecycleBin(site.Contents.GetById(hidden.Key)!).Success);
        Assert.DoesNotContain("Hidden person", await TextAsync(story), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_is_in_the_culture_of_the_request()
    {
        IContent variant = site.Publish(site.VariantPage, "English name", null);
        IContent story = site.PublishStory("Invariant tale", variant);

        foreach ((string culture, string name) in ((string, string)[])[("en-US", "English name"), ("da-DK", "English name da"), ("en-US", "English name")])
        {
            JsonElement item = await site.JsonAsync($"{DeliverySite.Content}/item/{story.Key}", ("Accept-Language", culture));
            Assert.Equal(name, item.Property("author").GetProperty("name").GetString());
        }
    }

    [Theory]
    [InlineData("expand")]
    [InlineData("fields")]
    public async Task A_parameter_longer_than_4000_characters_is_refused_with_the_limit(string parameter)
    {
        string longest = $"properties[{new string('a', 3988)}]";
        JsonElement problem = await site.JsonAsync($"{DeliverySite.Content}/item/{site.Tale.Key}?{parameter}={longest}b", HttpStatusCode.BadRequest);

        Assert.Equal(["type", "title", "status", "detail", "traceId"], Names(problem));
        Assert.Contains($"'{parameter}' may have 4000 characters", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await site.JsonAsync($"{DeliverySite.Content}/item/{site.Tale.Key}?{parameter}={longest}");
    }

    [Fact]
    public async Task A_circle_of_references_ends_at_64_levels_with_a_400_that_says_so()
    {
        IContent first = site.Publish(site.Author, "First", null, ("name", "First"));
        IContent second = site.Publish(site.Author, "Second", null, ("name", "Second"), ("mentor", ReferencesSite.Udi(first)));
        first.SetValue("mentor", ReferencesSite.Udi(second));
        site.Save(first);
        site.Publish(first);

        // The item, its properties, each mentor with his: 2 levels each; a route with its start item is 2 more below the last.
        JsonElement deepest = await site.JsonAsync($"{DeliverySite.Content}/item/{first.Key}?expand={Nested(29)}&fields={Nested(40)}");
        JsonElement problem = await site.JsonAsync($"{DeliverySite.Content}/item/{first.Key}?expand={Nested(40)}", HttpStatusCode.BadRequest);
        JsonElement hostile = await site.JsonAsync($"{DeliverySite.Content}/item/{first.Key}?expand={Nested(200)}", HttpStatusCode.BadRequest);

        Assert.Equal("First", deepest.GetProperty("name").GetString());
        Assert.Contains("deeper than 64 levels", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("deeper than 64 levels", hostile.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_that_multiply_end_at_10000_with_a_400_that_says_so()
    {
        IContent[] crowd = [.. Enumerable.Range(1, 8).Select(x => site.Publish(site.Story, $"Crowd {x}", null, ("title", "Crowd")))];
        foreach (IContent one in crowd)
        {
            one.SetValue("related", string.Join(',', crowd.Select(ReferencesSite.Udi)));
            site.Save(one);
            site.Publish(one);
        }

        JsonElement problem = await site.JsonAsync($"{DeliverySite.Content}/item/{crowd[0].Key}?expand=$all[$all[$all[$all[$all[$all[$all]]]]]]", HttpStatusCode.BadRequest);

        Assert.Contains("more than 10000 references", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await site.JsonAsync($"{DeliverySite.Content}/item/{crowd[0].Key}?expand=$all[$all[$all]]");
    }

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("$all[", levels)) + "mentor" + new string(']', levels);

    private static string[] Names(JsonElement item) => [.. item.EnumerateObject().Select(x => x.Name)];

    private static JsonElement InBlock(JsonElement item, string property) => Item(item, property).GetProperty("content").GetProperty("properties");

    private static JsonElement Item(JsonElement item, string property) => property switch
    {
        "single" => item.Property(property),
        "text" => item.Property(property).GetProperty("blocks")[0],
        _ => item.Property(property).GetProperty("items")[0],
    };

    private Task<JsonElement> TaleAsync(string query) => site.JsonAsync($"{DeliverySite.Content}/item/{site.Tale.Key}{query}");

    private async Task<string> TextAsync(IContent document) => (await site.JsonAsync($"{DeliverySite.Content}/item/{document.Key}?expand=$all")).ToString();
}

/// <summary><see cref="ExpansionTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteExpansionTests(SqliteReferencesSite site) : ExpansionTests(site), IClassFixture<SqliteReferencesSite>;

/// <summary><see cref="ExpansionTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresExpansionTests(PostgresReferencesSite site) : ExpansionTests(site), IClassFixture<PostgresReferencesSite>;
