namespace Site.Core.PublishedContent.Content;

/// <summary>A value, and the stamp of the snapshot under which it was made; <c>null</c> for one that does not depend on other contents.</summary>
internal sealed record Stamped(object? Value, object? Stamp);
