using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Site.Tests.Benchmarks;

/// <summary>
/// Articles as the organisations write them, spread over archives of at most <see cref="ArchiveSize"/> below each organisation, as uSync files.
/// The same number always gives the same files.
/// </summary>
internal sealed class GeneratedContent
{
    /// <summary>The most articles that an archive holds.</summary>
    public const int ArchiveSize = 1250;

    private const string ArchiveTemplate = """<Template Key="3f4c78f3-9ee1-57a8-a6ae-e1f79b6cf808">articles</Template>""";
    private const string ArticleTemplate = """<Template Key="5c2d200a-1f18-52bf-ac71-71022c4e289b">article</Template>""";

    private static readonly (Guid Key, string Name)[] _organisations =
    [
        (new Guid("5b311f9a-c09e-572b-bc89-30410f90e2b2"), "APMali"),
        (new Guid("41354809-21ba-5639-bdc4-6bfa765c5388"), "ANIMali"),
        (new Guid("0bb9d7ab-39cc-51a5-ac96-c404c72acc6c"), "AccountabilityLabMali"),
    ];

    private static readonly string[] _places = ["Bamako", "Ségou", "Mopti", "Tombouctou", "Gao", "Kayes", "Koulikoro", "Sikasso", "Kidal"];

    private static readonly string[] _subjects =
    [
        "la protection des enfants", "le budget des communes", "l’accès des femmes à la terre", "l’école des filles", "la paix entre les communautés",
        "l’eau et l’assainissement", "la lutte contre la corruption", "la formation des élus", "le suivi citoyen des écoles",
    ];

    private static readonly string[] _sentences =
    [
        "Les participants ont présenté les besoins de leur quartier, puis arrêté ensemble trois priorités pour l’année à venir.",
        "Dans chaque cercle, une équipe de volontaires rencontre les familles, les enseignants et les agents de santé.",
        "« Nous voulons savoir où va l’argent de la commune », dit une commerçante venue avec sa fille.",
        "Le rapport sera remis au conseil communal, qui s’est engagé à répondre par écrit dans les deux mois.",
        "Cette activité reçoit l’appui de partenaires techniques et financiers, sous la conduite de l’organisation.",
        "Une émission de radio, en bamanankan et en français, a fait connaître les résultats aux villages voisins.",
        "Les données recueillies montrent une amélioration lente, mais constante, depuis la première enquête.",
        "À la fin de l’atelier, chacun est reparti avec un guide de poche et l’adresse du comité de suivi.",
    ];

    private readonly string _folder;

    private GeneratedContent(string folder) => _folder = folder;

    /// <summary>The keys of the archives, the parents of the articles.</summary>
    public List<Guid> Archives { get; } = [];

    /// <summary>The keys of the articles.</summary>
    public List<Guid> Articles { get; } = [];

    /// <summary>How many documents there are.</summary>
    public int Count => Archives.Count + Articles.Count;

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder to make, to be layered over the project's own.</param>
    /// <param name="count">How many articles.</param>
    public static async Task<GeneratedContent> WriteAsync(string folder, int count)
    {
        Directory.CreateDirectory(Path.Combine(folder, "Content"));
        var content = new GeneratedContent(folder);
        for (int i = 0; i < count; i++)
        {
            if (i % ArchiveSize == 0)
            {
                await content.AddArchiveAsync();
            }

            await content.AddArticleAsync(i);
        }

        return content;
    }

    private async Task AddArchiveAsync()
    {
        int number = Archives.Count;
        (Guid parent, string organisation) = _organisations[number % _organisations.Length];
        Guid key = KeyOf(1, number);
        await WriteAsync($"archives-{number + 1}", key, $"Archives {number + 1}", 3, parent, $"/Portail/{organisation}/Archives{number + 1}", "articles", 10 + number, ArchiveTemplate, $"""
                <introduction><Value Culture="fr"><![CDATA[Les actualités des années passées.]]></Value></introduction>
                <umbracoUrlName><Value Culture="fr"><![CDATA[archives-{number + 1}]]></Value></umbracoUrlName>
            """);
        Archives.Add(key);
    }

    private async Task AddArticleAsync(int number)
    {
        int archive = Archives.Count;
        (_, string organisation) = _organisations[(archive - 1) % _organisations.Length];
        Guid key = KeyOf(2, number);
        string subject = _subjects[number % _subjects.Length];
        string place = _places[number / _subjects.Length % _places.Length];
        string[] topics = [subject[(subject.IndexOfAny([' ', '’']) + 1)..], place];
        await WriteAsync(
            $"{place}-{number + 1}", key, $"{place} : un atelier sur {subject} ({number + 1})", 4, Archives[^1], $"/Portail/{organisation}/Archives{archive}/Article{number + 1}", "article",
            number % ArchiveSize, ArticleTemplate, $"""
                <body><Value Culture="fr"><![CDATA[{BodyOf(number, subject, place)}]]></Value></body>
                <noIndex><Value><![CDATA[0]]></Value></noIndex>
                <summary><Value Culture="fr"><![CDATA[À {place}, {subject} a réuni des habitants, des élus et des associations. {_sentences[number % _sentences.Length]}]]></Value></summary>
                <topics><Value Culture="fr"><![CDATA[{JsonSerializer.Serialize(topics)}]]></Value></topics>
            """);
        Articles.Add(key);
    }

    private static string BodyOf(int number, string subject, string place)
    {
        var markup = new StringBuilder($"<p>L’atelier de {place} a porté sur {subject}.</p><h2>Ce qui a été dit</h2>");
        for (int i = 0; i < 4; i++)
        {
            markup.Append("<p>").Append(Sentences(number + i, 4)).Append("</p>");
        }

        return RichText(markup.ToString());
    }

    /// <summary>Sentences of about a hundred characters.</summary>
    public static string Sentences(int first, int count) =>
        string.Join(' ', Enumerable.Range(first, count).Select(x => _sentences[x * 5 % _sentences.Length]));

    /// <summary>HTML as the rich text editor stores it.</summary>
    public static string RichText(string markup) => JsonSerializer.Serialize(new
    {
        markup,
        blocks = new { contentData = Array.Empty<object>(), settingsData = Array.Empty<object>(), expose = Array.Empty<object>(), layout = new { } },
    });

    private Task WriteAsync(string file, Guid key, string name, int level, Guid parent, string path, string type, int sortOrder, string template, string properties) =>
        File.WriteAllTextAsync(Path.Combine(_folder, "Content", file + ".config"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <Content Key="{key}" Alias="{name}" Level="{level}">
              <Info>
                <Parent Key="{parent}">-</Parent>
                <Path>{path}</Path>
                <Trashed>false</Trashed>
                <ContentType>{type}</ContentType>
                <CreateDate>2026-01-15T09:00:00</CreateDate>
                <NodeName Default="{name}"><Name Culture="fr">{name}</Name></NodeName>
                <SortOrder>{sortOrder}</SortOrder>
                <Published Default="true"><Published Culture="fr">true</Published></Published>
                <Schedule />
                {template}
              </Info>
              <Properties>
            {properties}
              </Properties>
            </Content>
            """);

    /// <summary>The key of a document.</summary>
    public static Guid KeyOf(int kind, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, 0x5eed0000 + kind);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
        bytes[6] = 0x80;
        bytes[8] = 0x80;
        return new Guid(bytes, bigEndian: true);
    }
}
