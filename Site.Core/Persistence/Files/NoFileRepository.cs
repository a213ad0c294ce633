using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Files;

/// <summary>
/// Files that this site does not keep in Umbraco. Core's file service asks for them wherever a template is looked up, so that
/// nothing can be routed without a repository: there are none to read, and writing one says that it is not offered.
/// </summary>
/// <typeparam name="TFile">The kind of file.</typeparam>
/// <param name="kind">What the files are called in a message.</param>
internal abstract class NoFileRepository<TFile>(string kind) : IReadRepository<string, TFile>, IWriteRepository<TFile>, IFileRepository, IFileWithFoldersRepository
    where TFile : class, IFile
{
    /// <inheritdoc />
    public TFile? Get(string? id) => null;

    /// <inheritdoc />
    public IEnumerable<TFile> GetMany(params string[]? ids) => [];

    /// <inheritdoc />
    public bool Exists(string? id) => false;

    /// <inheritdoc />
    public Stream GetFileContentStream(string filepath) => Stream.Null;

    /// <inheritdoc />
    public long GetFileSize(string filepath) => -1;

    /// <inheritdoc />
    public bool FolderExists(string folderPath) => false;

    /// <inheritdoc />
    public bool FolderHasContent(string folderPath) => false;

    /// <inheritdoc />
    public void Save(TFile? entity) => throw NotOffered();

    /// <inheritdoc />
    public void Delete(TFile? entity) => throw NotOffered();

    /// <inheritdoc />
    public void SetFileContent(string filepath, Stream content) => throw NotOffered();

    /// <inheritdoc />
    public void AddFolder(string folderPath) => throw NotOffered();

    /// <inheritdoc />
    public void DeleteFolder(string folderPath) => throw NotOffered();

    private NotSupportedException NotOffered() => new($"{kind} are not offered: the site's own are part of its program.");
}

/// <summary>No style sheets.</summary>
internal sealed class NoStylesheetRepository() : NoFileRepository<IStylesheet>("Style sheets"), IStylesheetRepository;

/// <summary>No scripts.</summary>
internal sealed class NoScriptRepository() : NoFileRepository<IScript>("Scripts"), IScriptRepository;

/// <summary>No partial views.</summary>
internal sealed class NoPartialViewRepository() : NoFileRepository<IPartialView>("Partial views"), IPartialViewRepository;
