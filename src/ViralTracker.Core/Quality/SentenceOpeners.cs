using System.Collections.Frozen;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Common English words that open a sentence before a verb, so that others there are names: pronouns, adverbs, orders, and nouns that need no article.</summary>
internal static class SentenceOpeners
{
    private const int LongWord = 7;

    private static readonly FrozenSet<string> Words = WordList.Of(
        """
        i we you they it he she this that these those there here who what which whatever whoever whichever someone somebody something everyone everybody everything anyone anybody anything nobody noone nothing none one ones
        each either neither both another other others mine yours ours theirs his hers all some any most many much more less few half enough such same
        and but or so yet nor if when then than as because since while until though although once whether where why how however besides instead otherwise anyway meanwhile therefore still also even just only
        not never always often sometimes usually rarely seldom mostly probably possibly apparently honestly hopefully clearly obviously sadly luckily eventually suddenly really early nearly hardly barely simply truly surely certainly
        maybe perhaps almost already again later soon now today tonight tomorrow yesterday later last next first second third fourth finally lately recently currently
        yes yeah yep nope nah no well okay right true false fair sure agreed same ditto thanks sorry please congrats kudos ouch wow huh hmm haha lol
        add admit agree aim allow alert answer appeal apply approve archive argue arrange ask assert assign assume attach audit automate avoid back bake ban batch bear beat begin bet bill blame blend block blow book boot bother box break
        breathe bring build bump bundle burn buy cache call cancel cap care carry cast catch cause change charge chase cheap check choose claim clean clear click climb clone close code collect combine come commit compare compile compress
        consider contact convert cook cool copy correct cost count cover crash create cross cull cut cycle deal debug decide declare default defer define delay delete deliver demand deny deploy describe design detect diff dig ditch divide
        document doubt draft drag draw dream drill drive drop dry dump earn ease eat edit email empty enable end enforce enjoy ensure enter escape estimate exclude excuse expand expect explain export expose extend extract face fail fake
        fall feed feel fetch fight file fill filter find finish fire fit fix flag flip focus fold follow force forget fork format forward frame free freeze gate gather get give glue go grab grade grant grow guard guess guide handle hang
        hate have head hear heat help hide hint hire hit hold hook hope host hurt ignore imagine import improve include index inject inspect install invest invite isolate join joke judge jump keep kick kill kiss know label land laugh launch
        lead leak learn leave lend let lie lift like limit link lint list listen live load lock log look loop lose love lower mail maintain make manage map mark mask match mean measure meet mention merge migrate mind miss mix mock model
        monitor mount move name need nest note notice notify offer open optimise optimize order organise organize own pack page paint parse partition pass paste patch pause pay peek peel pick pin ping pipe place plan play plot plug point
        poll post pour practise practice praise prefer prepare press pretend prevent print prioritise prioritize process produce profile program promise promote proof prove provide prune publish pull punch purge push put query question
        queue quit quote raise rank rate reach read rebase rebuild recall record recycle redo reduce refactor refine refuse register reject relate relax release rely remember remind remove rename render rent repair repeat replace replay
        reply report request require rerun reserve reset resist resolve respect rest restart restore restrict retire retry return reuse reveal revert review revisit rewrite ride ring risk roast roll rotate round route rub ruin rule run
        rush sanitise save say scale scan schedule score scrap search secure see seed seek select sell send separate serve set settle shape share ship shop shorten shout show shrink shut sign simplify sit size skim skip slap sleep slice
        slow smell snap snapshot soak solve sort sound spare speak spell spend spin split spot spread squash stack staff stage stamp stand star start state stay steal step stick stir stop store stream stress stretch strike strip study
        stuff style submit subscribe subtract suggest suit supply support suppose surprise survey suspect swap sweep switch sync tag take talk tally tape taste teach tear tell tend test thank think throw throttle tie time toggle touch
        track trade train transfer translate trap travel treat trigger trim trust try tune turn type undo unplug update upgrade upload use vary verify version view visit vote wait wake walk want warn wash waste watch wear weigh win wire
        wish wonder work worry wrap write yell
        adoption advice ageing agile air alcohol anger anxiety appetite arithmetic art attendance authority autocomplete autumn bacon bandwidth beer behaviour behavior belief beta blood bread breakfast budget bureaucracy business butter
        capacity capital care cash chaos chat cheese childcare childhood chocolate clarity class clay coal coffee college colour color comfort common communication compassion competition compliance compute confidence content context
        control cooking copyright corporate correctness courage crime culture curiosity custom damage dark data daylight death debt deep democracy demand depth detail development devops difficulty dinner discipline discovery distance
        docs documentation dough downtime drama duplication dust duty dynamic dynamics editing education effort ego electricity email emotion empathy employment energy engineering entropy envy equality equipment error ethics etiquette
        evidence evil exercise experience expertise exposure failure faith fame family fashion fat fatigue fear feedback fermentation fiction finance fish fitness flavour flavor flour flow focus food football formatting freedom friction
        friendship frost fruit fuel fun funding furniture garbage garlic gas glass glue gold good gossip governance government gradual grammar granularity gravity green greed grief growth guilt habit happiness hardware harm hate health heat
        heating hindsight history holiday home homework honesty hope hospital hospitality hot hotel house housing human humanity humidity humility humour humor hunger hype ice identity ignorance imagination importance independence inertia
        inflation infrastructure ink innovation input insight inspiration insulation insurance integrity intelligence intent interest internal intuition inventory irony jealousy jet joy junk justice juggling kindness knowledge labour labor
        lack laptop latency law laziness leadership leather legal legacy leisure lettuce liberty life light lighting linux literature local logging logic loneliness loss loud low loyalty luck lunch luxury machinery magic mail maintenance
        management manual marketing mathematics math maths meat media medicine medium memory mercy metadata metal midnight milk minimal moderation modesty momentum money monday morality music nature neutral new news night noise nostalgia
        nutrition oatmeal observability oil old onboarding open optimism order outdoor output overhead overtime ownership pace packaging pain paper parallel parking passion past pasta pastry patience payment payroll peace pepper perfect
        performance permission persistence perspective philosophy phone photography physics plain plastic pleasure poetry police policy polish politeness politics pollution poor popularity population porridge positive poverty power praise
        precision prejudice pressure pretty pricing pride privacy private procurement production profit progress proof property prose psychology public publicity punctuation punishment purpose python quality quantity quiet race racism rage
        rain randomness reading readme real reality rebasing recovery recursion redundancy reference regex regression relevance relief religion remote rent repetition reputation research respect response responsibility retention revenge
        revenue rhythm rice rich risk room rosemary rough routine rust rye safe safety salt sand sanity sarcasm satire scale school science scope security self serious service shame shared shelter sheer shipping short sick side silence
        simple skill sleep slow small smart smoke snow soap society software soil solid someday sourdough soup space spam speech speed spelling spice sport spring stability staff stale standard static status steam steel storage strange
        strategy strength strict stress strong structure stubborn stuff style sub success sugar summer sunlight sunscreen support surgery sweat swimming sympathy syntax talent tax tea teamwork technology telemetry temperature tension text
        therapy thick thin throughput time timing tofu tone top total tourism trade traffic transport transparency travel trust truth turnover typescript typing ugly uncertainty unemployment unit uptime urgency usage utility value vanilla
        variety vendor versioning victory video vinegar violence visibility volume volunteer war warm warmth waste water wealth weather weight welfare wheat wild will wind wine winter wisdom wood wool work worse worth writing yeast youth zero
        accuracy admin alignment atomicity backend backlog bash boredom bot bug caching capex code concurrency config consensus consistency conversion coverage craft daily deadlock dev dependency devtools disk distribution drift dry
        encryption estimation flakiness frontend git hosting idempotency inbox isolation javascript java jitter json kanban kernel legalese lint load login management markdown merge middleware migration mobile mocking modularity monolith
        networking nginx nobody ops orchestration overfitting pairing parity pip planning polling postmortem prod production prototyping provenance rag rebase refactoring reliability rendering replication reproducibility review rollback
        rollout root routing runtime sampling schema scripting scrum serialization sharding source sql staging state stdin stdout style support tdd tech terraforming testing tooling tracing training triage unix utf vim virtualization web yaml
        mum mom dad grandma grandpa uncle aunt god parents teachers people folks students women men children kids everybody users customers clients engineers developers managers founders teams companies
        english french german spanish italian japanese chinese portuguese dutch russian latin january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
        christmas easter europe germany france spain italy england britain america china japan india africa asia london paris berlin earth internet day week month year two three four five six seven eight nine ten
        """);

    /// <param name="folded">Without the genitive.</param>
    public static bool Has(string folded) =>
        Words.Contains(folded)
        // Plurals, gerunds and abstract nouns; short ones may be names.
        || (folded.EndsWith('s') && !folded.EndsWith("ss", StringComparison.Ordinal)) || folded.EndsWith("ing", StringComparison.Ordinal)
        || (folded.Length >= LongWord && (folded.EndsWith("ion", StringComparison.Ordinal) || folded.EndsWith("ment", StringComparison.Ordinal) || folded.EndsWith("ness", StringComparison.Ordinal)
            || folded.EndsWith("ity", StringComparison.Ordinal) || folded.EndsWith("ance", StringComparison.Ordinal) || folded.EndsWith("ence", StringComparison.Ordinal)));
}
