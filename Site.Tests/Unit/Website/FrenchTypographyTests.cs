using Site.Web.Website.Typography;

namespace Site.Tests.Unit.Website;

/// <summary>How plain texts are set. In the expectations <c>_</c> is a narrow and <c>~</c> an ordinary no-break space.</summary>
public sealed class FrenchTypographyTests
{
    [Theory]
    [InlineData("Vision : une société", "Vision_: une société")]
    [InlineData("Pourquoi ?", "Pourquoi_?")]
    [InlineData("Pourquoi?", "Pourquoi_?")]
    [InlineData("Quoi ?!", "Quoi_?!")]
    [InlineData("l'eau ; l'air", "l’eau_; l’air")]
    [InlineData("les « Icons » du Mali", "les «_Icons_» du Mali")]
    [InlineData("les «Icons» du Mali", "les «_Icons_» du Mali")]
    [InlineData("« Vraiment ? »", "«_Vraiment_?_»")]
    [InlineData("et ainsi de suite...", "et ainsi de suite…")]
    [InlineData("Gouvernance - formation", "Gouvernance – formation")]
    [InlineData("Recherche-action", "Recherche-action")]
    [InlineData("plus de 50 % des sièges", "plus de 50~% des sièges")]
    [InlineData("51 000 F CFA", "51 000~F~CFA")]
    [InlineData("récépissé n° 0350", "récépissé n°~0350")]
    [InlineData("36 pages, 2,4 Mo", "36~pages, 2,4~Mo")]
    public void Marks_and_spaces_are_those_of_French_printing(string typed, string printed) =>
        Assert.Equal(printed.Replace('_', '\u202F').Replace('~', '\u00A0'), FrenchTypography.Apply(typed));

    [Theory]
    [InlineData("https://exemple.org/?a=b;c")]
    [InlineData("12:30")]
    [InlineData("contact@exemple.org")]
    [InlineData("AP/Mali")]
    [InlineData("Depuis 2016")]
    [InlineData("")]
    [InlineData(";")]
    public void What_only_looks_like_a_sentence_is_left_alone(string text) => Assert.Equal(text, FrenchTypography.Apply(text));

    [Theory]
    [InlineData("L'« Incubateur » : 16 candidatures ; 50 % de femmes ! Pourquoi ? Parce que...")]
    [InlineData("« « emboîtés » »")]
    [InlineData(" : ; ! ? » « n° 5 F CFA 3 Mo")]
    [InlineData("a:\nb ;\tc")]
    public void Setting_a_text_twice_changes_nothing(string text)
    {
        string once = FrenchTypography.Apply(text);

        Assert.Equal(once, FrenchTypography.Apply(once));
    }

    [Fact]
    public void Setting_any_text_twice_changes_nothing()
    {
        const string Alphabet = "aé0 1.'’«»;:!?-–n°%FCFAMo\u202F\u00A0\n()";
        Random random = new(20_240_523);
        for (int i = 0; i < 20_000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(1, 24)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            string once = FrenchTypography.Apply(text);
            Assert.True(once == FrenchTypography.Apply(once), $"Not stable: {text}");
        }
    }

    [Theory]
    [InlineData("fr", true)]
    [InlineData("bm", true)]
    [InlineData(null, true)]
    [InlineData("en", false)]
    public void English_keeps_its_own_marks(string? culture, bool applies) => Assert.Equal(applies, FrenchTypography.AppliesTo(culture));
}
