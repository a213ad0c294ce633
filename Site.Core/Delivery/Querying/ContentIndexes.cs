namespace Site.Core.Delivery.Querying;

/// <summary>The two indexes: of what is published, and of drafts. That of drafts is made when the first preview asks for it.</summary>
internal sealed class ContentIndexes(IndexRowBuilder builder)
{
    /// <summary>What everybody may query.</summary>
    public ContentIndex Published { get; } = new(builder, preview: false);

    /// <summary>What previews query: all content that is saved and not in the recycle bin, published or not, with its latest values.</summary>
    public ContentIndex Drafts { get; } = new(builder, preview: true);

    /// <summary>Does something with both.</summary>
    public void ForEach(Action<ContentIndex> act)
    {
        act(Published);
        act(Drafts);
    }
}
