namespace Site.Tests.Benchmarks;

/// <summary>
/// Publications with a summary of about 300 and a body of about 2,000 characters of French, each related to an organisation by a picker and by its
/// place in the tree, as uSync files with a document type of their own. The same number always gives the same files.
/// </summary>
internal static class GeneratedPublications
{
    /// <summary>The alias of their document type.</summary>
    public const string ContentType = "benchmarkPublication";

    /// <summary>The path of the list of the first organisation, below which a third of them lies.</summary>
    public const string FirstOrganisation = "/ap-mali/publications/";

    private const string TypeKey = "5eed0003-0000-8000-8000-000000000000";

    private static readonly (Guid Organisation, Guid List, string Path)[] _lists =
    [
        (new Guid("5b311f9a-c09e-572b-bc89-30410f90e2b2"), new Guid("5f810656-17f5-556a-8fb7-4062c4e6b805"), "/Portail/APMali/Publications"),
        (new Guid("41354809-21ba-5639-bdc4-6bfa765c5388"), new Guid("41354809-21ba-5639-bdc4-6bfa765c5388"), "/Portail/ANIMali"),
        (new Guid("0bb9d7ab-39cc-51a5-ac96-c404c72acc6c"), new Guid("456abecc-fd70-5715-8b50-2f5ed4626b81"), "/Portail/AccountabilityLabMali/Publications"),
    ];

    private static readonly (string Alias, string DataType, string Editor, string Variations)[] _properties =
    [
        ("summary", "c6bac0dd-4ab9-45b1-8e30-e4b619ee5da3", "Umbraco.TextArea", "Culture"),
        ("body", "acb276dd-1245-5cc6-8e03-27e929551582", "Umbraco.RichText", "Culture"),
        ("related", "fd1e0da5-5606-4862-b679-5d0cf3a52a59", "Umbraco.ContentPicker", "Nothing"),
    ];

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder to make, to be layered over the project's own.</param>
    /// <param name="count">How many publications.</param>
    public static async Task WriteAsync(string folder, int count)
    {
        string types = Directory.CreateDirectory(Path.Combine(folder, "ContentTypes")).FullName;
        string contents = Directory.CreateDirectory(Path.Combine(folder, "Content")).FullName;
        await File.WriteAllTextAsync(Path.Combine(types, "benchmarkpublication.config"), DocumentType());
        for (int i = 0; i < count; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(contents, $"publication-{i + 1}.config"), Publication(i));
        }
    }

    private static string DocumentType() => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <ContentType Key="{TypeKey}" Alias="{ContentType}" Level="1">
          <Info>
            <Name>Publication générée</Name>
            <Icon>icon-book</Icon>
            <AllowAtRoot>False</AllowAtRoot>
            <Variations>Culture</Variations>
            <IsElement>false</IsElement>
            <Compositions>
              <Composition Key="70c6e313-b4ef-5be4-9159-bac07a9b68d4">dated</Composition>
            </Compositions>
            <DefaultTemplate></DefaultTemplate>
            <AllowedTemplates />
          </Info>
          <Structure />
          <GenericProperties>{string.Concat(_properties.Select(PropertyType))}</GenericProperties>
          <Tabs>
            <Tab>
              <Key>5eed0005-0000-8000-8000-000000000000</Key>
              <Caption>Texte</Caption>
              <Alias>text</Alias>
              <Type>Group</Type>
              <SortOrder>0</SortOrder>
            </Tab>
          </Tabs>
        </ContentType>
        """;

    private static string PropertyType((string Alias, string DataType, string Editor, string Variations) property, int index) => $"""
            <GenericProperty>
              <Key>5eed0004-0000-8000-8000-00000000000{index}</Key>
              <Name>{property.Alias}</Name>
              <Alias>{property.Alias}</Alias>
              <Definition>{property.DataType}</Definition>
              <Type>{property.Editor}</Type>
              <Mandatory>false</Mandatory>
              <SortOrder>{index}</SortOrder>
              <Tab Alias="text">Texte</Tab>
              <Variations>{property.Variations}</Variations>
            </GenericProperty>
        """;

    private static string Publication(int number)
    {
        (Guid organisation, Guid list, string path) = _lists[number % _lists.Length];
        string name = $"Rapport d’étape {number + 1}";
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <Content Key="{GeneratedContent.KeyOf(6, number)}" Alias="{name}" Level="4">
              <Info>
                <Parent Key="{list}">-</Parent>
                <Path>{path}/Rapport{number + 1}</Path>
                <Trashed>false</Trashed>
                <ContentType>{ContentType}</ContentType>
                <CreateDate>2026-01-15T09:00:00</CreateDate>
                <NodeName Default="{name}"><Name Culture="fr">{name}</Name></NodeName>
                <SortOrder>{100 + (number / _lists.Length)}</SortOrder>
                <Published Default="true"><Published Culture="fr">true</Published></Published>
                <Schedule />
                <Template />
              </Info>
              <Properties>
                <summary><Value Culture="fr"><![CDATA[{GeneratedContent.Sentences(number, 3)}]]></Value></summary>
                <body><Value Culture="fr"><![CDATA[{GeneratedContent.RichText(Body(number))}]]></Value></body>
                <date><Value><![CDATA[{new DateOnly(2010, 1, 1).AddDays(number):yyyy-MM-dd}]]></Value></date>
                <related><Value><![CDATA[umb://document/{organisation:N}]]></Value></related>
              </Properties>
            </Content>
            """;
    }

    private static string Body(int number) =>
        string.Concat(Enumerable.Range(number, 4).Select(x => $"<h2>Partie {x}</h2><p>{GeneratedContent.Sentences(x, 5)}</p>"));
}
