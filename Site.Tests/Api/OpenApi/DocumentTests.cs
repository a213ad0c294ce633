using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.OpenApi;

/// <summary>The OpenAPI documents of the project's own site, over HTTP (specs/content-delivery-api-v2.md section 18a, specs/delivery-cases.md 99).</summary>
[Collection(RunningSiteCollection.Name)]
public sealed class DocumentTests(SqliteSiteProcess site)
{
    private const string Delivery = "umbraco/swagger/delivery/swagger.json";

    private static readonly string[] _contentHeaders = ["Accept-Language", "Accept-Segment", "Api-Key", "Preview", "Start-Item"];
    private static readonly string[] _output = ["expand", "fields"];
    private static readonly string[] _query = ["fetch", "filter", "sort", "skip", "take"];

    public static TheoryData<string> Names => ["delivery", "delivery-typed", "site"];

    /// <summary>Path below <c>/umbraco/delivery/api/v2</c>, operation id, own parameters, statuses.</summary>
    public static TheoryData<string, string, string[], string[]> Operations => new()
    {
        { "/content", "GetContent2.0", [.. _query, .. _output, .. _contentHeaders], ["200", "400", "404"] },
        { "/content/item/{path}", "GetContentItemByPath2.0", ["path", .. _output, .. _contentHeaders], ["200", "401", "403", "404"] },
        { "/content/item/{id}", "GetContentItemById2.0", ["id", .. _output, .. _contentHeaders], ["200", "401", "403", "404"] },
        { "/content/items", "GetContentItems2.0", ["id", .. _output, .. _contentHeaders], ["200", "401", "403"] },
        { "/media", "GetMedia2.0", [.. _query, .. _output, "Api-Key"], ["200", "400"] },
        { "/media/item/{path}", "GetMediaItemByPath2.0", ["path", .. _output, "Api-Key"], ["200", "404"] },
        { "/media/item/{id}", "GetMediaItemById2.0", ["id", .. _output, "Api-Key"], ["200", "404"] },
        { "/media/items", "GetMediaItems2.0", ["id", .. _output, "Api-Key"], ["200"] },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_document_is_as_it_was_reviewed(string name)
    {
        string file = Path.Combine(SiteProcess.RepositoryRoot, "Site.Tests", "Api", "OpenApi", name + ".json");
        string served = await site.Client.GetStringAsync($"umbraco/swagger/{name}/swagger.json") + "\n";
        if (Environment.GetEnvironmentVariable("SITE_TEST_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(file, served);
        }

        string reviewed = File.Exists(file) ? await File.ReadAllTextAsync(file) : string.Empty;
        Assert.True(
            served == reviewed,
            $"{name} differs from {file}: run SITE_TEST_ACCEPT=1 dotnet test Site.Tests -c Release --filter {nameof(A_document_is_as_it_was_reviewed)}, and review what git diff shows.");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Case_099_an_operation_is_that_of_Umbraco(string path, string operationId, string[] parameters, string[] statuses)
    {
        JsonElement document = await site.GetJsonAsync(Delivery);
        JsonElement operation = document.GetProperty("paths").GetProperty("/umbraco/delivery/api/v2" + path).EnumerateObject().Single(x => x.Name == "get").Value;

        Assert.Equal(operationId, operation.GetProperty("operationId").GetString());
        Assert.Equal(path.StartsWith("/content", StringComparison.Ordinal) ? "Content" : "Media", operation.GetProperty("tags")[0].GetString());
        Assert.Equal(parameters, operation.GetProperty("parameters").EnumerateArray().Select(x => x.GetProperty("name").GetString()));
        Assert.Equal(statuses, operation.GetProperty("responses").EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task Case_099_the_generic_document_has_Umbraco_s_paths_and_schemas_and_no_others()
    {
        JsonElement document = await site.GetJsonAsync(Delivery);

        Assert.StartsWith("3.0.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("Umbraco Delivery API", document.GetProperty("info").GetProperty("title").GetString());
        Assert.Equal("Latest", document.GetProperty("info").GetProperty("version").GetString());
        Assert.Equal(Operations.Count, document.GetProperty("paths").EnumerateObject().Count());
        Assert.Equal(
            [
                "ApiContentResponseModel", "ApiContentRouteModel", "ApiContentStartItemModel", "ApiMediaWithCropsResponseModel", "ImageCropCoordinatesModel", "ImageCropModel",
                "ImageFocalPointModel", "PagedIApiContentResponseModel", "PagedIApiMediaWithCropsResponseModel", "ProblemDetails",
            ],
            Schemas(document).EnumerateObject().Select(x => x.Name));
    }

    [Theory]
    [InlineData("ApiContentResponseModel", "contentType", "createDate", "cultures", "id", "name", "properties", "route", "updateDate")]
    [InlineData("ApiContentRouteModel", "path", "startItem")]
    [InlineData("ApiMediaWithCropsResponseModel", "createDate", "id", "mediaType", "name", "path", "properties", "updateDate", "url")]
    [InlineData("ImageCropModel", "height", "width")]
    [InlineData("PagedIApiContentResponseModel", "items", "total")]
    public async Task A_schema_requires_what_is_never_null_and_forbids_what_is_not_named(string name, params string[] required)
    {
        JsonElement schema = Schemas(await site.GetJsonAsync(Delivery)).GetProperty(name);

        Assert.Equal(required, schema.GetProperty("required").EnumerateArray().Select(x => x.GetString()));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [InlineData("/paths/~1umbraco~1delivery~1api~1v2~1content~1item~1{path}/get/parameters/0", """{"name":"path","in":"path","required":true,"schema":{"type":"string","default":""}}""")]
    [InlineData("/paths/~1umbraco~1delivery~1api~1v2~1content~1items/get/parameters/0", """{"name":"id","in":"query","schema":{"uniqueItems":true,"type":"array","items":{"type":"string","format":"uuid"}}}""")]
    [InlineData("/paths/~1umbraco~1delivery~1api~1v2~1content/get/parameters/4/schema", """{"type":"integer","format":"int32","default":10}""")]
    [InlineData("/paths/~1umbraco~1delivery~1api~1v2~1content/get/parameters/10/schema", """{"type":"boolean"}""")]
    [InlineData("/paths/~1umbraco~1delivery~1api~1v2~1content/get/responses/400/content", """{"application/json":{"schema":{"oneOf":[{"$ref":"#/components/schemas/ProblemDetails"}]}}}""")]
    [InlineData("/paths/~1umbraco~1delivery~1api~1v2~1content/get/responses/404", """{"description":"Not Found"}""")]
    [InlineData("/components/schemas/ApiContentResponseModel/properties/properties", """{"type":"object","additionalProperties":{"nullable":true}}""")]
    [InlineData("/components/schemas/ApiContentRouteModel/properties/queryString", """{"type":"string","nullable":true}""")]
    [InlineData("/components/schemas/ApiMediaWithCropsResponseModel/properties/focalPoint", """{"oneOf":[{"$ref":"#/components/schemas/ImageFocalPointModel"}],"nullable":true}""")]
    [InlineData("/components/schemas/PagedIApiContentResponseModel/properties/total", """{"type":"integer","format":"int64"}""")]
    public async Task What_generators_of_clients_read_is_as_in_Umbraco(string place, string expected) =>
        Assert.Equal(expected, JsonSerializer.Serialize(At(await site.GetJsonAsync(Delivery), place)));

    [Fact]
    public async Task Items_of_the_typed_document_are_told_apart_by_their_type()
    {
        JsonElement schemas = Schemas(await site.GetJsonAsync("umbraco/swagger/delivery-typed/swagger.json"));
        JsonElement item = schemas.GetProperty("ApiContentResponseModel");
        JsonElement organisation = schemas.GetProperty("OrganisationContentResponseModel");

        Assert.Equal("contentType", item.GetProperty("discriminator").GetProperty("propertyName").GetString());
        Assert.Equal(
            "#/components/schemas/OrganisationContentResponseModel",
            item.GetProperty("discriminator").GetProperty("mapping").GetProperty("organisation").GetString());
        Assert.Equal("""{"enum":["organisation"],"type":"string"}""", JsonSerializer.Serialize(organisation.GetProperty("properties").GetProperty("contentType")));
        Assert.Contains("OrganisationPropertiesModel", organisation.GetProperty("properties").GetProperty("properties").GetRawText(), StringComparison.Ordinal);
        Assert.False(item.GetProperty("discriminator").GetProperty("mapping").TryGetProperty("volunteerGroup", out _));
        Assert.Contains("VolunteerGroupElementModel", schemas.GetProperty("ApiElementModel").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("ImageMediaWithCropsModel", schemas.GetProperty("ApiMediaWithCropsModel").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_real_item_has_the_schema_of_its_type_and_no_other_property()
    {
        JsonElement schemas = Schemas(await site.GetJsonAsync("umbraco/swagger/delivery-typed/swagger.json"));
        JsonElement items = (await site.GetJsonAsync("umbraco/delivery/api/v2/content?take=1000")).GetProperty("items");

        Assert.True(items.GetArrayLength() > 50);
        Assert.All(items.EnumerateArray(), item =>
        {
            string alias = item.GetProperty("contentType").GetString()!;
            JsonElement schema = schemas.GetProperty($"{char.ToUpperInvariant(alias[0])}{alias[1..]}PropertiesModel");
            JsonProperty[] properties = schema.TryGetProperty("properties", out JsonElement written) ? [.. written.EnumerateObject()] : [];
            Assert.Equal(properties.Select(x => x.Name), item.GetProperty("properties").EnumerateObject().Select(x => x.Name));
            Assert.All(properties, x => Assert.True(IsOf(item.Property(x.Name), x.Value), $"{alias}.{x.Name}: {item.Property(x.Name)}"));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_reference_leads_somewhere_and_every_operation_has_its_own_name(string name)
    {
        JsonElement document = await site.GetJsonAsync($"umbraco/swagger/{name}/swagger.json");
        string[] operations = [.. document.GetProperty("paths").EnumerateObject().SelectMany(x => x.Value.EnumerateObject()).Select(x => x.Value.GetProperty("operationId").GetString()!)];

        Assert.Equal(operations.Distinct(StringComparer.OrdinalIgnoreCase), operations);
        Assert.All(References(document), x => Assert.NotEqual(JsonValueKind.Undefined, At(document, x[1..]).ValueKind));
    }

    [Fact]
    public async Task What_is_ours_is_in_a_document_of_its_own()
    {
        JsonElement paths = (await site.GetJsonAsync("umbraco/swagger/site/swagger.json")).GetProperty("paths");

        Assert.True(paths.TryGetProperty("/health/ready", out JsonElement ready));
        Assert.Equal("GetHealthReady", ready.GetProperty("get").GetProperty("operationId").GetString());
        Assert.DoesNotContain(paths.EnumerateObject(), x => Operations.Any(y => x.Name == "/umbraco/delivery/api/v2" + y[0]));
    }

    [Fact]
    public async Task A_client_that_has_the_document_is_told_so()
    {
        using HttpResponseMessage first = await site.Client.GetAsync(Delivery);
        using var again = new HttpRequestMessage(HttpMethod.Get, Delivery) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        again.Headers.Add("Origin", "https://partner.example");
        using HttpResponseMessage second = await site.Client.SendAsync(again);

        Assert.Equal(new MediaTypeHeaderValue("application/json", "utf-8"), first.Content.Headers.ContentType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("*", second.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("umbraco/swagger/management/swagger.json")]
    [InlineData("umbraco/swagger/..%2fdelivery/swagger.json")]
    [InlineData("umbraco/swagger/management/index.html")]
    public async Task There_are_no_other_documents(string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static JsonElement Schemas(JsonElement document) => document.GetProperty("components").GetProperty("schemas");

    // RFC 6901.
    private static JsonElement At(JsonElement document, string place) => place.Split('/').Skip(1)
        .Select(x => x.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
        .Aggregate(document, (x, name) => x.ValueKind == JsonValueKind.Array ? x[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : x.GetProperty(name));

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(x => x.Name == "$ref" ? [x.Value.GetString()!] : References(x.Value)),
        _ => [],
    };

    private static bool IsOf(JsonElement value, JsonElement schema) => value.ValueKind switch
    {
        JsonValueKind.Null => schema.GetProperty("nullable").GetBoolean(),
        JsonValueKind.Object => schema.TryGetProperty("oneOf", out _) || Type(schema) == "object",
        JsonValueKind.Array => Type(schema) == "array" && value.EnumerateArray().All(x => IsOf(x, schema.GetProperty("items"))),
        JsonValueKind.True or JsonValueKind.False => Type(schema) == "boolean",
        JsonValueKind.Number => Type(schema) is "integer" or "number",
        _ => Type(schema) == "string",
    };

    private static string? Type(JsonElement schema) => schema.TryGetProperty("type", out JsonElement type) ? type.GetString() : null;
}
