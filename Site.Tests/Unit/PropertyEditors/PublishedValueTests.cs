using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>What views and the Delivery API get of media, links, dates, crops and Markdown.</summary>
public sealed class PublishedValueTests
{
    private static readonly JsonSerializerOptions CamelCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private readonly EditorBench _bench = new();

    public static TheoryData<string, string, object> Dates => new()
    {
        { "Umbraco.DateTimeUnspecified", """{"date":"2025-01-02T03:04:05+00:00"}""", new DateTime(2025, 1, 2, 3, 4, 5) },
        { "Umbraco.DateTimeWithTimeZone", """{"date":"2025-01-02T03:04:05+02:00","timeZone":"Africa/Cairo"}""", new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)) },
        { "Umbraco.DateOnly", """{"date":"1996-05-09T00:00:00+00:00"}""", new DateOnly(1996, 5, 9) },
        { "Umbraco.TimeOnly", """{"date":"0001-01-01T03:04:00+00:00"}""", new TimeOnly(3, 4) },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void Dates_have_their_own_types(string editor, string source, object expected)
    {
        IPublishedProperty property = _bench.Published(_bench.DataType(editor), source);

        Assert.Equal(expected, property.GetValue());
        Assert.Equal(expected, property.GetDeliveryApiValue(false));
    }

    [Fact]
    public void Picked_media_carry_local_crops_over_those_of_the_item()
    {
        IPublishedContent image = _bench.PublishedItem("Arrows", "Image", new ImageCropperValue
        {
            Src = "/media/x.png",
            FocalPoint = new ImageCropperFocalPoint { Left = 0.1m, Top = 0.2m },
            Crops = [new ImageCropperCrop { Alias = "wide", Width = 5, Height = 1 }],
        });
        DataType picker = _bench.DataType("Umbraco.MediaPicker3", """{"multiple":false,"enableLocalFocalPoint":true,"crops":[{"alias":"card","width":4,"height":3}]}""");
        string source = $$$"""[{"key":"{{{image.Key}}}","mediaKey":"{{{image.Key}}}","mediaTypeAlias":"Image","crops":[{"alias":"card","coordinates":{"x1":0.1,"y1":0,"x2":0,"y2":0.2}}],"focalPoint":{"left":0.3,"top":0.6}}]""";

        IPublishedProperty property = _bench.Published(picker, source);
        Assert.Equal("card", Assert.Single(Assert.IsType<MediaWithCrops>(property.GetValue()).LocalCrops.Crops).Alias);
        Assert.Equal(
            $$$"""[{"focalPoint":{"left":0.3,"top":0.6},"crops":[{"alias":"card","width":4,"height":3,"coordinates":{"x1":0.1,"y1":0,"x2":0,"y2":0.2}},{"alias":"wide","width":5,"height":1,"coordinates":null}],"id":"{{{image.Key}}}","name":"Arrows","mediaType":"Image","url":"/media/x.png","extension":"png","width":10,"height":20,"bytes":30,"properties":{}}]""",
            JsonSerializer.Serialize(property.GetDeliveryApiValue(false), CamelCase));
    }

    [Theory]
    [InlineData("Umbraco.MediaPicker3")]
    [InlineData("Umbraco.MultiUrlPicker")]
    public void An_empty_list_is_no_value(string editor)
        => Assert.False(_bench.Published(_bench.DataType(editor), "[]").HasValue());

    [Fact]
    public void Links_lead_to_what_is_there_and_nowhere_else()
    {
        IPublishedContent page = _bench.PublishedItem("about", "page");
        string source = $$"""
            [{"name":null,"target":"_blank","udi":"umb://document/{{page.Key:N}}","url":null,"queryString":"#team"},
             {"name":"Gone","udi":"umb://document/{{Guid.NewGuid():N}}"},
             {"name":"Site","url":"https://ap.ml","queryString":"?a=b"},
             {"name":"Bad","url":"javascript:alert(1)"}]
            """;
        IPublishedProperty property = _bench.Published(_bench.DataType("Umbraco.MultiUrlPicker"), source);

        Assert.Equal(
            [("about", "/about/#team", LinkType.Content), ("Site", "https://ap.ml?a=b", LinkType.External)],
            ((IEnumerable<Link>)property.GetValue()!).Select(link => (link.Name!, link.Url!, link.Type)));
        Assert.Equal(
            $$$"""[{"url":null,"queryString":"#team","title":"about","target":"_blank","destinationId":"{{{page.Key}}}","destinationType":"page","route":{"path":"/about/","queryString":null,"startItem":{"id":"{{{EditorBench.StartItem}}}","path":"portal"}},"linkType":"Content","culture":null},{"url":"https://ap.ml?a=b","queryString":"?a=b","title":"Site","target":null,"destinationId":null,"destinationType":null,"route":null,"linkType":"External","culture":null}]""",
            JsonSerializer.Serialize(property.GetDeliveryApiValue(false), CamelCase));
    }

    [Fact]
    public void A_cropper_gives_the_configured_crops()
    {
        DataType cropper = _bench.DataType("Umbraco.ImageCropper", """{"crops":[{"alias":"card","width":400,"height":300}]}""");
        IPublishedProperty property = _bench.Published(cropper, """{"src":"/media/a/p.png","focalPoint":null,"crops":[{"alias":"old","width":1,"height":1}]}""");

        Assert.Equal(
            """{"url":"/media/a/p.png","focalPoint":null,"crops":[{"alias":"card","width":400,"height":300,"coordinates":null}]}""",
            JsonSerializer.Serialize(property.GetDeliveryApiValue(false), CamelCase));
        Assert.Null(_bench.Published(cropper, """{"src":"","crops":[]}""").GetDeliveryApiValue(false));
    }

    [Fact]
    public void Markdown_becomes_clean_HTML()
        => Assert.Equal("<p><strong>a</strong> </p>", _bench.Published(_bench.DataType("Umbraco.MarkdownEditor"), "**a** <script>x</script>").GetDeliveryApiValue(false));

    [Fact]
    public void An_upload_is_moved_below_the_media_folder()
    {
        var key = Guid.NewGuid();
        _bench.TemporaryFiles[key] = new TemporaryFileModel
        {
            Key = key,
            FileName = "rapport.pdf",
            OpenReadStream = () => new MemoryStream("%PDF"u8.ToArray()),
            AvailableUntil = DateTime.MaxValue,
        };

        var path = (string)EditorBench.FromEditor(_bench.DataType("Umbraco.UploadField"), new JsonObject { ["temporaryFileId"] = key.ToString() })!;
        Assert.EndsWith("/rapport.pdf", path, StringComparison.Ordinal);
        Assert.Equal("%PDF", Assert.Single(_bench.StoredFiles).Value);
        Assert.True(_bench.Get<MediaUrlGeneratorCollection>().TryGetMediaPath("Umbraco.UploadField", path, out string? found));
        Assert.Equal(path, found);
    }
}
