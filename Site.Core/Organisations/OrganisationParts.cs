namespace Site.Core.Organisations;

/// <summary>A heading with its text.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Text">The text, if there is one.</param>
public sealed record TitledText(Passage Title, Passage? Text);

/// <summary>A body of an organisation's governance.</summary>
public sealed class GovernanceBody(Passage name, ElementReader block)
{
    /// <summary>The body's name.</summary>
    public Passage Name => name;

    /// <summary>What it is for.</summary>
    public Passage? Role => block.Text("role");

    /// <summary>How many members it has.</summary>
    public int? MemberCount => block.Number("memberCount");

    /// <summary>The members' term, in years.</summary>
    public int? TermYears => block.Number("termYears");

    /// <summary>Whether the term can be renewed.</summary>
    public bool Renewable => block.Flag("renewable");

    /// <summary>How often it meets.</summary>
    public Passage? MeetingFrequency => block.Text("meetingFrequency");

    /// <summary>Its posts.</summary>
    public IReadOnlyList<Passage> Posts => block.Texts("posts");
}

/// <summary>A rule about money.</summary>
/// <param name="Title">The rule's heading.</param>
/// <param name="Text">The rule.</param>
/// <param name="Amount">The amount from which it holds.</param>
/// <param name="Currency">The currency of the amount, such as <c>F CFA</c>.</param>
public sealed record FinancialProcedure(Passage? Title, Passage? Text, decimal? Amount, string? Currency);

/// <summary>An act that gives the organisation its legal standing.</summary>
/// <param name="Kind">What it is, such as <c>récépissé</c>.</param>
/// <param name="Number">The number as it is written.</param>
/// <param name="Authority">Who gave it.</param>
/// <param name="Date">When.</param>
/// <param name="Document">The document itself.</param>
public sealed record LegalReference(string? Kind, Passage? Number, Passage? Authority, DateOnly? Date, MediaFile? Document);

/// <summary>A membership in a network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Role">The organisation's role in it.</param>
/// <param name="Since">The year since when.</param>
public sealed record Membership(ReferenceEntry Network, Passage? Role, int? Since);

/// <summary>The volunteers of a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Count">How many.</param>
public sealed record VolunteerGroup(Passage Place, int Count);

/// <summary>A figure that a programme, a report or a call gives.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">How many.</param>
/// <param name="Unit">The unit, if the label does not say it.</param>
/// <param name="Year">The year that it is of.</param>
public sealed record KeyFigure(Passage Label, decimal Value, Passage? Unit, int? Year)
{
    /// <summary>Reads the figures of a block list; one without a label or value is left out.</summary>
    public static IReadOnlyList<KeyFigure> From(ElementReader reader, string alias) =>
        [.. from block in reader.Blocks(alias)
            let label = block.Text("label")
            let value = block.Amount("value")
            where label is not null && value is not null
            select new KeyFigure(label, value.Value, block.Text("unit"), block.Number("year"))];
}
