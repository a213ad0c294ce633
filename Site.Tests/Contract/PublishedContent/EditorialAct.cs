namespace Site.Tests.Contract.PublishedContent;

/// <summary>What an editor can do with documents.</summary>
public enum ActKind
{
    CreatePage,
    CreateNote,
    Edit,
    Rename,
    Publish,
    Unpublish,
    PublishBranch,
    Schedule,
    Move,
    Copy,
    Sort,
    Bin,
    Restore,
    Delete,
    EmptyBin,
    Rollback,
}

/// <summary>
/// One act of an editor. The numbers choose among what there is when it is done, so that a history still means something when
/// acts are taken out of it.
/// </summary>
/// <param name="Kind">What is done.</param>
/// <param name="Subject">Chooses the document.</param>
/// <param name="Target">Chooses the other document of a move or a copy.</param>
/// <param name="Variant">Chooses cultures, names and values.</param>
public sealed record EditorialAct(ActKind Kind, int Subject, int Target, int Variant);
